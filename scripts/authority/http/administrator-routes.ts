import type { FastifyInstance } from 'fastify';
import {
  addOfficerCall,
  inviteOfficerCall,
  listAllPointsCall,
  listOfficersCall,
  listRaisedCall,
  registerPointCall,
  reviewRaisedCall,
  revokeOfficerCall,
  revokeOfficerPasskeyCall,
  revokePointCall,
} from '../../../shared/contract/authority/administrator.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { addOfficer } from '../officers/add-officer.ts';
import { inviteOfficer } from '../officers/invite-officer.ts';
import { officerRecord } from '../officers/officer-record.ts';
import { registerPoint } from '../officers/register-point.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Point } from '../ports/officers.ts';
import { caseView } from '../raise/case-view.ts';
import { reviewRaised } from '../raise/review-raised.ts';
import { placeAfter } from '../store/place-after.ts';
import { check } from './check.ts';

/** Everything below it is the administrator's, and opens to the administrator's own token alone. */
export const administratorPrefix = '/administrator/';

/** The calls of `shared/contract/authority/administrator.ts`: who is an officer, where, and what they raised. */
export function addAdministratorRoutes(app: FastifyInstance, ports: AuthorityPorts): void {
  const { store, now } = ports;
  const officerOf = (id: string) => {
    const officer = store.officers.find(id);
    if (officer === undefined) throw new Problem('not-found');
    return officer;
  };

  app.post(registerPointCall.path, (request, reply) => {
    reply.code(registerPointCall.status);
    return pointRecord(registerPoint(ports, check(registerPointCall.body, request.body)));
  });
  app.get(listAllPointsCall.path, () => ({ points: store.points.all().map(pointRecord) }));
  app.post(revokePointCall.path, (request) => {
    const { pointId } = check(revokePointCall.params, request.params);
    store.together(() => store.points.revoke(pointId, now()));
    const point = store.points.find(pointId);
    if (point === undefined) throw new Problem('not-found');
    return pointRecord(point);
  });

  app.post(addOfficerCall.path, (request, reply) => {
    reply.code(addOfficerCall.status);
    return addOfficer(ports, check(addOfficerCall.body, request.body));
  });
  app.get(listOfficersCall.path, () => ({
    officers: store.officers.all().map((officer) => officerRecord(ports, officer)),
  }));
  app.post(inviteOfficerCall.path, (request, reply) => {
    reply.code(inviteOfficerCall.status);
    return inviteOfficer(ports, check(inviteOfficerCall.params, request.params).officerId);
  });
  app.post(revokeOfficerCall.path, (request) => {
    const { id } = officerOf(check(revokeOfficerCall.params, request.params).officerId);
    store.together(() => store.officers.revoke(id, now()));
    return officerRecord(ports, officerOf(id));
  });
  app.post(revokeOfficerPasskeyCall.path, (request) => {
    const { officerId, passkeyId } = check(revokeOfficerPasskeyCall.params, request.params);
    if (store.officers.passkey(passkeyId)?.officerId !== officerId) throw new Problem('not-found');
    store.together(() => store.officers.revokePasskey(passkeyId, now()));
    return officerRecord(ports, officerOf(officerId));
  });

  app.post(listRaisedCall.path, (request) => {
    const { before, ...by } = check(listRaisedCall.body, request.body);
    const page = { most: limits.officerActsPerPage, before };
    const cases = store.cases.raisedBy(by, page);
    return {
      cases: cases.map((found) => ({ ...caseView(found), state: found.state })),
      next: placeAfter(cases, page),
    };
  });
  app.post(reviewRaisedCall.path, (request) => ({
    underReview: reviewRaised(ports, check(reviewRaisedCall.body, request.body)),
  }));
}

function pointRecord({ revokedAt, ...point }: Point) {
  return { ...point, standing: revokedAt === undefined ? 'stands' : 'revoked' };
}
