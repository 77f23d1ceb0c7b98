import * as points from '../../../shared/contract/operator/acceptance-points.ts';
import * as keys from '../../../shared/contract/operator/counter-keys.ts';
import * as counters from '../../../shared/contract/operator/counters.ts';
import { readErasureCall } from '../../../shared/contract/operator/erasures.ts';
import { readFiguresCall, readHealthCall } from '../../../shared/contract/operator/figures.ts';
import { importCall } from '../../../shared/contract/operator/imports.ts';
import { readLogCall } from '../../../shared/contract/operator/log.ts';
import { overviewCall } from '../../../shared/contract/operator/overview.ts';
import * as proposals from '../../../shared/contract/operator/proposals.ts';
import * as parties from '../../../shared/contract/operator/relying-parties.ts';
import * as owners from '../../../shared/contract/operator/terminal-owners.ts';
import { type OperatorApi, operatorRoute } from '../http/routes/route.ts';
import { addCounter } from './counters/add-counter.ts';
import { setCounterQuotas, setOrigins } from './counters/change-counter.ts';
import { listCounters } from './counters/list-counters.ts';
import { registerAnew } from './counters/register-anew.ts';
import { revokeCounter } from './counters/revoke-counter.ts';
import { importPage } from './import/import-page.ts';
import { addKey } from './keys/add-key.ts';
import type { Signing } from './keys/key-statements.ts';
import { revokeKey } from './keys/revoke-key.ts';
import { rotateKey } from './keys/rotate-key.ts';
import { lookAtHealth } from './look-at-health.ts';
import { overview } from './overview.ts';
import { addParty } from './parties/add-party.ts';
import { changeScenes, renameParty, setEncryptionKey, setRpQuotas } from './parties/change-party.ts';
import { listParties, showParty } from './parties/list-parties.ts';
import { revokeParty } from './parties/revoke-party.ts';
import { watchParty } from './parties/watch-party.ts';
import * as point from './places/acceptance-points.ts';
import * as owner from './places/terminal-owners.ts';
import { approveProposal, withdrawProposal } from './proposals/decide-proposal.ts';
import { propose } from './proposals/propose.ts';
import { listProposals, readProposal } from './proposals/read-proposal.ts';
import { readErasure } from './read-erasure.ts';
import { readLog } from './read-log.ts';
import { readCounter } from './view/counter-record.ts';

/** A statement that came along, or the token for the registrar to sign one. */
const signingOf = (
  { registration }: { registration?: { registrar: string; statement: string } },
  token: string | undefined,
): Signing => (registration === undefined ? { token } : { registration });

/** What operators do with relying parties. */
const partyRoutes: OperatorApi = {
  listRelyingParties: operatorRoute(parties.listRelyingPartiesCall, (ports, { query }) =>
    listParties(ports, query),
  ),
  showRelyingParty: operatorRoute(parties.showRelyingPartyCall, (ports, { params }) =>
    showParty(ports, params.rpId),
  ),
  addRelyingParty: operatorRoute(parties.addRelyingPartyCall, (ports, { actor, body, registrarToken }) =>
    addParty(ports, actor, body, { token: registrarToken }),
  ),
  renameRelyingParty: operatorRoute(
    parties.renameRelyingPartyCall,
    (ports, { actor, params, body, registrarToken }) =>
      renameParty(
        ports,
        actor,
        { ...params, version: body.version },
        { name: body.name, token: registrarToken },
      ),
  ),
  changeScenes: operatorRoute(parties.changeScenesCall, (ports, { actor, params, body }) =>
    changeScenes(ports, actor, { ...params, version: body.version }, body.scenes),
  ),
  setEncryptionKey: operatorRoute(parties.setEncryptionKeyCall, (ports, { actor, params, body }) =>
    setEncryptionKey(ports, actor, { ...params, version: body.version }, body.key),
  ),
  setRpQuotas: operatorRoute(parties.setRpQuotasCall, (ports, { actor, params, body }) =>
    setRpQuotas(ports, actor, { ...params, version: body.version }, body.quotas),
  ),
  watchRelyingParty: operatorRoute(parties.watchRelyingPartyCall, (ports, { actor, params }) =>
    watchParty(ports, actor, params.rpId),
  ),
  revokeRelyingParty: operatorRoute(parties.revokeRelyingPartyCall, (ports, { actor, params, body }) =>
    revokeParty(ports, actor, params.rpId, body.reason),
  ),
};

/** What they do with counters and their keys. */
const counterRoutes: OperatorApi = {
  listCounters: operatorRoute(counters.listCountersCall, (ports, { query }) => listCounters(ports, query)),
  showCounter: operatorRoute(counters.showCounterCall, (ports, { params }) =>
    readCounter(ports.db, params.counterId, ports.now()),
  ),
  addCounter: operatorRoute(counters.addCounterCall, (ports, { actor, body, registrarToken }) =>
    addCounter(ports, actor, body, registrarToken),
  ),
  registerCounterAnew: operatorRoute(
    counters.registerCounterAnewCall,
    (ports, { actor, params, body: { version, ...anew }, registrarToken }) =>
      registerAnew(ports, actor, { ...params, version }, anew, registrarToken),
  ),
  setOrigins: operatorRoute(counters.setOriginsCall, (ports, { actor, params, body }) =>
    setOrigins(ports, actor, { ...params, version: body.version }, body.origins),
  ),
  setCounterQuotas: operatorRoute(counters.setCounterQuotasCall, (ports, { actor, params, body }) =>
    setCounterQuotas(ports, actor, { ...params, version: body.version }, body.quotas),
  ),
  revokeCounter: operatorRoute(counters.revokeCounterCall, (ports, { actor, params, body }) =>
    revokeCounter(ports, actor, params.counterId, body.reason),
  ),
  addCounterKey: operatorRoute(keys.addKeyCall, (ports, { actor, params, body, registrarToken }) => {
    const { registration, ...added } = body;
    return addKey(ports, actor, { ...params, ...added }, signingOf(body, registrarToken));
  }),
  rotateCounterKey: operatorRoute(keys.rotateKeyCall, (ports, { actor, params, body, registrarToken }) => {
    const { version, key, overlapSeconds } = body;
    const overlap = overlapSeconds === undefined ? undefined : overlapSeconds * 1000;
    const signing = signingOf(body, registrarToken);
    return rotateKey(ports, actor, { ...params, version, key }, overlap, signing);
  }),
  revokeCounterKey: operatorRoute(keys.revokeKeyCall, (ports, { actor, params, body }) =>
    revokeKey(ports, actor, params, body.reason),
  ),
};

/** Acceptance points and owners of terminals, as registered things. */
const placeRoutes: OperatorApi = {
  listAcceptancePoints: operatorRoute(points.listAcceptancePointsCall, (ports, { query }) =>
    point.listAcceptancePoints(ports, query),
  ),
  showAcceptancePoint: operatorRoute(points.showAcceptancePointCall, (ports, { params }) =>
    point.showAcceptancePoint(ports, params.acceptancePointId),
  ),
  addAcceptancePoint: operatorRoute(points.addAcceptancePointCall, (ports, { actor, body }) =>
    point.addAcceptancePoint(ports, actor, body),
  ),
  changeAcceptancePoint: operatorRoute(points.changeAcceptancePointCall, (ports, { actor, params, body }) =>
    point.changeAcceptancePoint(ports, actor, params.acceptancePointId, body),
  ),
  revokeAcceptancePoint: operatorRoute(points.revokeAcceptancePointCall, (ports, { actor, params, body }) =>
    point.revokeAcceptancePoint(ports, actor, params.acceptancePointId, body.reason),
  ),
  listTerminalOwners: operatorRoute(owners.listTerminalOwnersCall, (ports, { query }) =>
    owner.listTerminalOwners(ports, query),
  ),
  showTerminalOwner: operatorRoute(owners.showTerminalOwnerCall, (ports, { params }) =>
    owner.showTerminalOwner(ports, params.ownerId),
  ),
  addTerminalOwner: operatorRoute(owners.addTerminalOwnerCall, (ports, { actor, body }) =>
    owner.addTerminalOwner(ports, actor, body),
  ),
  changeTerminalOwner: operatorRoute(owners.changeTerminalOwnerCall, (ports, { actor, params, body }) =>
    owner.changeTerminalOwner(ports, actor, params.ownerId, body),
  ),
  revokeTerminalOwner: operatorRoute(owners.revokeTerminalOwnerCall, (ports, { actor, params, body }) =>
    owner.revokeTerminalOwner(ports, actor, params.ownerId, body.reason),
  ),
};

/** What takes two of them. */
const proposalRoutes: OperatorApi = {
  listProposals: operatorRoute(proposals.listProposalsCall, (ports, { query }) =>
    listProposals(ports, query),
  ),
  showProposal: operatorRoute(proposals.showProposalCall, (ports, { params }) =>
    readProposal(ports, params.proposalId),
  ),
  propose: operatorRoute(proposals.proposeCall, (ports, { caller, body }) =>
    propose(ports, caller.operatorId, body.proposed),
  ),
  approveProposal: operatorRoute(proposals.approveProposalCall, (ports, { caller, params }) =>
    approveProposal(ports, caller.operatorId, params.proposalId),
  ),
  withdrawProposal: operatorRoute(proposals.withdrawProposalCall, (ports, { caller, params }) =>
    withdrawProposal(ports, caller.operatorId, params.proposalId),
  ),
};

/** All of the registry that an operator can ask for. */
export const registryForOperators: OperatorApi = {
  ...partyRoutes,
  ...counterRoutes,
  ...placeRoutes,
  ...proposalRoutes,
  importRegistry: operatorRoute(importCall, async (ports, { actor, body, registrarToken }) => ({
    entries: await importPage(ports, actor, body, registrarToken),
  })),
  readLog: operatorRoute(readLogCall, (ports, { query }) => readLog(ports, query)),
  readErasure: operatorRoute(readErasureCall, (ports, { params }) => readErasure(ports, params.erasureId)),
  overview: operatorRoute(overviewCall, (ports) => overview(ports)),
  readFigures: operatorRoute(readFiguresCall, ({ measures }) => measures.summary()),
  readHealth: operatorRoute(readHealthCall, async (ports) => ({
    checks: await lookAtHealth(ports),
    at: ports.now(),
  })),
};
