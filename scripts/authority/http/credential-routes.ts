import type { FastifyInstance } from 'fastify';
import {
  authorityCredentialsCall,
  authorityStandingCall,
} from '../../../shared/contract/authority/credentials.ts';
import { authorityExportCall } from '../../../shared/contract/authority/export.ts';
import { authorityMoveCall } from '../../../shared/contract/authority/move-credential.ts';
import { authorityVoidCall } from '../../../shared/contract/authority/void-credential.ts';
import * as limits from '../../../shared/limits.ts';
import { waitsSince } from '../officers/still-waits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Credential } from '../ports/store.ts';
import { credentialNow } from '../register/credential-standing.ts';
import { exportHeld } from '../register/export-held.ts';
import { takeToldMove } from '../register/take-told-move.ts';
import { check } from './check.ts';

/** What the one BFF of this authority may tell and ask of the credentials that were issued for it: handles, and nobody's name. */
export function addCredentialRoutes(app: FastifyInstance, ports: AuthorityPorts): void {
  const { store } = ports;
  app.post(authorityVoidCall.path, (request, reply) => {
    const { handle } = check(authorityVoidCall.params, request.params);
    const credential = store.credentials.find(handle);
    if (credential !== undefined)
      store.together(() => store.credentials.put({ ...credential, state: 'void', reason: 'superseded' }));
    return reply.code(authorityVoidCall.status).send();
  });

  app.post(authorityMoveCall.path, (request, reply) => {
    const { handle } = check(authorityMoveCall.params, request.params);
    takeToldMove(ports, handle, check(authorityMoveCall.body, request.body));
    return reply.code(authorityMoveCall.status).send();
  });

  app.post(authorityExportCall.path, (request) => {
    const { handle } = check(authorityExportCall.params, request.params);
    const { receiptKey } = check(authorityExportCall.body, request.body);
    return { sealed: exportHeld(ports, handle, receiptKey) };
  });

  app.get(authorityCredentialsCall.path, (request) => {
    const { after } = check(authorityCredentialsCall.query, request.query);
    const from = Math.min(after === undefined ? 0 : readCursor(after), store.credentials.lastChange());
    const most = limits.credentialsPerPage;
    const changes = store.credentials.changedAfter(from, most + 1);
    const page = changes.slice(0, most);
    return {
      credentials: page.map(({ handle, state, since }) => {
        const { level = 'basic', strictFrom, endsAt } = credentialNow(ports, handle) ?? {};
        const inReview = store.cases.isInReview(handle, waitsSince(ports));
        return {
          ...{ handle, since, state, level },
          ...(strictFrom !== undefined && { strictFrom }),
          ...(inReview && { inReview }),
          ...(endsAt !== undefined && { endsAt }),
        };
      }),
      cursor: String(page.at(-1)?.seq ?? from),
      more: changes.length > most,
    };
  });

  app.post(authorityStandingCall.path, (request) => {
    const { handles } = check(authorityStandingCall.body, request.body);
    const found = handles.flatMap((handle) => credentialNow(ports, handle) ?? []);
    const alive = found.filter(({ state }) => state !== 'void');
    const handlesOf = (each: readonly Credential[]) => each.map(({ handle }) => handle);
    return { live: handlesOf(alive), strict: handlesOf(alive.filter(({ level }) => level === 'strict')) };
  });
}

/** A cursor that this authority did not make begins anew. */
function readCursor(cursor: string): number {
  const seq = Number(cursor);
  return Number.isSafeInteger(seq) && seq >= 0 ? seq : 0;
}
