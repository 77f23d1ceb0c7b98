import type { FastifyInstance } from 'fastify';
import {
  authorityCredentialsCall,
  authorityStandingCall,
} from '../../../shared/contract/authority/credentials.ts';
import { authorityVoidCall } from '../../../shared/contract/authority/void-credential.ts';
import { limits } from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { check } from './check.ts';

/** What the one BFF of this authority may tell and ask of the credentials that were issued for it: handles, and nobody's name. */
export function addCredentialRoutes(app: FastifyInstance, { store }: AuthorityPorts): void {
  app.post(authorityVoidCall.path, (request, reply) => {
    const { handle } = check(authorityVoidCall.params, request.params);
    store.together(() => store.credentials.void(handle));
    return reply.code(authorityVoidCall.status).send();
  });

  app.get(authorityCredentialsCall.path, (request) => {
    const { after } = check(authorityCredentialsCall.query, request.query);
    const from = Math.min(after === undefined ? 0 : readCursor(after), store.credentials.lastChange());
    const most = limits.credentialsPerPage;
    const changes = store.credentials.changedAfter(from, most + 1);
    const page = changes.slice(0, most);
    return {
      credentials: page.map(({ handle, live, since }) => ({ handle, since, status: live ? 'live' : 'void' })),
      cursor: String(page.at(-1)?.seq ?? from),
      more: changes.length > most,
    };
  });

  app.post(authorityStandingCall.path, (request) => {
    const { handles } = check(authorityStandingCall.body, request.body);
    return { live: handles.filter((handle) => store.credentials.find(handle)?.live === true) };
  });
}

/** A cursor that this authority did not make begins anew. */
function readCursor(cursor: string): number {
  const seq = Number(cursor);
  return Number.isSafeInteger(seq) && seq >= 0 ? seq : 0;
}
