import * as points from '../../../shared/contract/operator/acceptance-points.ts';
import * as keys from '../../../shared/contract/operator/counter-keys.ts';
import * as counters from '../../../shared/contract/operator/counters.ts';
import { importCall } from '../../../shared/contract/operator/imports.ts';
import { readLogCall } from '../../../shared/contract/operator/log.ts';
import { overviewCall } from '../../../shared/contract/operator/overview.ts';
import * as proposals from '../../../shared/contract/operator/proposals.ts';
import * as parties from '../../../shared/contract/operator/relying-parties.ts';
import * as owners from '../../../shared/contract/operator/terminal-owners.ts';
import { type OperatorApi, operatorRoute } from '../http/routes/route.ts';
import type { Actor } from '../ports/audit.ts';
import type { OperatorCaller } from '../ports/callers.ts';
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
import { readLog } from './read-log.ts';
import { readCounter } from './view/counter-record.ts';

const by = ({ operatorId }: OperatorCaller): Actor => ({ by: 'operator', operatorId });

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
  addRelyingParty: operatorRoute(parties.addRelyingPartyCall, (ports, { caller, body, registrarToken }) =>
    addParty(ports, by(caller), body, { token: registrarToken }),
  ),
  renameRelyingParty: operatorRoute(
    parties.renameRelyingPartyCall,
    (ports, { caller, params, body, registrarToken }) =>
      renameParty(
        ports,
        by(caller),
        { ...params, version: body.version },
        { name: body.name, token: registrarToken },
      ),
  ),
  changeScenes: operatorRoute(parties.changeScenesCall, (ports, { caller, params, body }) =>
    changeScenes(ports, by(caller), { ...params, version: body.version }, body.scenes),
  ),
  setEncryptionKey: operatorRoute(parties.setEncryptionKeyCall, (ports, { caller, params, body }) =>
    setEncryptionKey(ports, by(caller), { ...params, version: body.version }, body.key),
  ),
  setRpQuotas: operatorRoute(parties.setRpQuotasCall, (ports, { caller, params, body }) =>
    setRpQuotas(ports, by(caller), { ...params, version: body.version }, body.quotas),
  ),
  watchRelyingParty: operatorRoute(parties.watchRelyingPartyCall, (ports, { caller, params }) =>
    watchParty(ports, by(caller), params.rpId),
  ),
  revokeRelyingParty: operatorRoute(parties.revokeRelyingPartyCall, (ports, { caller, params, body }) =>
    revokeParty(ports, by(caller), params.rpId, body.reason),
  ),
};

/** What they do with counters and their keys. */
const counterRoutes: OperatorApi = {
  listCounters: operatorRoute(counters.listCountersCall, (ports, { query }) => listCounters(ports, query)),
  showCounter: operatorRoute(counters.showCounterCall, (ports, { params }) =>
    readCounter(ports.db, params.counterId, ports.now()),
  ),
  addCounter: operatorRoute(counters.addCounterCall, (ports, { caller, body, registrarToken }) =>
    addCounter(ports, by(caller), body, registrarToken),
  ),
  registerCounterAnew: operatorRoute(
    counters.registerCounterAnewCall,
    (ports, { caller, params, body: { version, ...anew }, registrarToken }) =>
      registerAnew(ports, by(caller), { ...params, version }, anew, registrarToken),
  ),
  setOrigins: operatorRoute(counters.setOriginsCall, (ports, { caller, params, body }) =>
    setOrigins(ports, by(caller), { ...params, version: body.version }, body.origins),
  ),
  setCounterQuotas: operatorRoute(counters.setCounterQuotasCall, (ports, { caller, params, body }) =>
    setCounterQuotas(ports, by(caller), { ...params, version: body.version }, body.quotas),
  ),
  revokeCounter: operatorRoute(counters.revokeCounterCall, (ports, { caller, params, body }) =>
    revokeCounter(ports, by(caller), params.counterId, body.reason),
  ),
  addCounterKey: operatorRoute(keys.addKeyCall, (ports, { caller, params, body, registrarToken }) => {
    const { registration, ...added } = body;
    return addKey(ports, by(caller), { ...params, ...added }, signingOf(body, registrarToken));
  }),
  rotateCounterKey: operatorRoute(keys.rotateKeyCall, (ports, { caller, params, body, registrarToken }) => {
    const { version, key, overlapSeconds } = body;
    const overlap = overlapSeconds === undefined ? undefined : overlapSeconds * 1000;
    const signing = signingOf(body, registrarToken);
    return rotateKey(ports, by(caller), { ...params, version, key }, overlap, signing);
  }),
  revokeCounterKey: operatorRoute(keys.revokeKeyCall, (ports, { caller, params, body }) =>
    revokeKey(ports, by(caller), params, body.reason),
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
  addAcceptancePoint: operatorRoute(points.addAcceptancePointCall, (ports, { caller, body }) =>
    point.addAcceptancePoint(ports, by(caller), body),
  ),
  changeAcceptancePoint: operatorRoute(points.changeAcceptancePointCall, (ports, { caller, params, body }) =>
    point.changeAcceptancePoint(ports, by(caller), params.acceptancePointId, body),
  ),
  revokeAcceptancePoint: operatorRoute(points.revokeAcceptancePointCall, (ports, { caller, params, body }) =>
    point.revokeAcceptancePoint(ports, by(caller), params.acceptancePointId, body.reason),
  ),
  listTerminalOwners: operatorRoute(owners.listTerminalOwnersCall, (ports, { query }) =>
    owner.listTerminalOwners(ports, query),
  ),
  showTerminalOwner: operatorRoute(owners.showTerminalOwnerCall, (ports, { params }) =>
    owner.showTerminalOwner(ports, params.ownerId),
  ),
  addTerminalOwner: operatorRoute(owners.addTerminalOwnerCall, (ports, { caller, body }) =>
    owner.addTerminalOwner(ports, by(caller), body),
  ),
  changeTerminalOwner: operatorRoute(owners.changeTerminalOwnerCall, (ports, { caller, params, body }) =>
    owner.changeTerminalOwner(ports, by(caller), params.ownerId, body),
  ),
  revokeTerminalOwner: operatorRoute(owners.revokeTerminalOwnerCall, (ports, { caller, params, body }) =>
    owner.revokeTerminalOwner(ports, by(caller), params.ownerId, body.reason),
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
  importRegistry: operatorRoute(importCall, async (ports, { caller, body, registrarToken }) => ({
    entries: await importPage(ports, by(caller), body, registrarToken),
  })),
  readLog: operatorRoute(readLogCall, (ports, { query }) => readLog(ports, query)),
  overview: operatorRoute(overviewCall, (ports) => overview(ports)),
};
