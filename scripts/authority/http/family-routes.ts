import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import {
  authorityDelegationsCall,
  authorityEndDelegationCall,
  authorityRenewDelegationCall,
  endDelegationsCall,
  type FamilyActRecord,
  listBoundCall,
  registerTerminalCall,
} from '../../../shared/contract/authority/family.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { referenceOf } from '../../../shared/reference.ts';
import { delegationStanding } from '../family/delegation-standing.ts';
import { renewDelegation } from '../family/renew-delegation.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { FamilyAct } from '../ports/family.ts';
import { endBoundBy, endDelegations } from '../register/end-delegations.ts';
import { placeAfter } from '../store/place-after.ts';
import { check } from './check.ts';

/** What the BFF asks about delegations, and relays of guardians: ids, and nobody's name. It makes none, and renews none without the guardian's device. */
export function addFamilyRoutes(app: FastifyInstance, ports: AuthorityPorts): void {
  const { delegations } = ports.store;
  app.post(authorityDelegationsCall.path, (request) => {
    const { delegationIds } = check(authorityDelegationsCall.body, request.body);
    const found = delegationIds.flatMap((id) => delegations.find(id) ?? []);
    return { delegations: found.map((delegation) => delegationStanding(ports, delegation)) };
  });
  app.post(authorityRenewDelegationCall.path, (request) => {
    const { delegationId } = check(authorityRenewDelegationCall.params, request.params);
    return renewDelegation(ports, delegationId, check(authorityRenewDelegationCall.body, request.body).word);
  });
  app.post(authorityEndDelegationCall.path, (request, reply) => {
    const { delegationId } = check(authorityEndDelegationCall.params, request.params);
    const found = delegations.find(delegationId);
    if (found !== undefined && found.endedAt === undefined)
      ports.store.together(() => endDelegations(ports, [found]));
    return reply.code(authorityEndDelegationCall.status).send();
  });
}

/** What the administrator does at the desk of the authority, where names may be said. */
export function addFamilyDesk(app: FastifyInstance, ports: AuthorityPorts): void {
  const { store, register } = ports;
  app.post(endDelegationsCall.path, (request) => {
    const which = check(endDelegationsCall.body, request.body);
    if (!('legalName' in which)) return { ended: endBoundBy(ports, which) };
    const { person, known, nameFits } = register.look(which.idNumber, which.legalName);
    if (!known || !nameFits) throw new Problem('not-found');
    return { ended: store.together(() => endDelegations(ports, store.delegations.ofWard(person))) };
  });
  app.post(listBoundCall.path, (request) => {
    const { before, ...by } = check(listBoundCall.body, request.body);
    const page = { most: limits.officerActsPerPage, before };
    const acts = store.familyActs.by(by, page);
    return { acts: acts.map(actView), next: placeAfter(acts, page) };
  });
  app.post(registerTerminalCall.path, (request) => {
    const { counterId, stands } = check(registerTerminalCall.body, request.body);
    if (store.counters.find(counterId) === undefined) throw new Problem('not-found');
    store.together(() => store.terminals.put(counterId, stands));
    return { counterId, stands };
  });
}

/** What officers did, without the persons. */
function actView({ kind, id, at, pointId, hands, delegationIds }: FamilyAct): Static<typeof FamilyActRecord> {
  const common = { at, pointId, delegationIds };
  const signed = hands.map(({ officerId, passkeyId }) => ({
    officerId,
    ...(passkeyId !== undefined && { passkeyId }),
  }));
  if (kind === 'bound') return { kind, ...common, hands: signed };
  return { kind, reference: referenceOf(id), ...common, hands: signed };
}
