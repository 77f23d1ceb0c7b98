import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pageTokenCall } from '../../../../../shared/contract/access/page-token.ts';
import type { Call } from '../../../../../shared/contract/schema.ts';
import { Problem } from '../../../../../shared/problem.ts';
import { issuePageToken } from '../../../access/page-token.ts';
import type { SignToken } from '../../../ports/callers.ts';
import type { Ports } from '../../../ports/ports.ts';
import type { AuthenticatedCounter } from '../../auth/authenticate-counter.ts';
import type { Callers } from '../../auth/callers-by.ts';
import { mount, requestReader } from '../../routes/mount.ts';

/** The call by which a counter's own server gets a token for its page. A page token does not open it: none prolongs itself. */
export function pageTokenCallOf(
  server: FastifyInstance,
  ports: Ports,
  callers: Callers<AuthenticatedCounter>,
  sign: SignToken,
): void {
  const read = requestReader(pageTokenCall);
  mount(
    server,
    pageTokenCall,
    { surface: 'counter', operationId: 'issuePageToken' },
    {
      before: [callers.find, noFurtherThanPages(callers, pageTokenCall)],
      async handler(request, reply) {
        const { origin } = read(request).body;
        const { caller, key, origins } = callers.of(request);
        const asked = { caller, key: key.kid, keyUntil: key.until, origins };
        return reply.send(await issuePageToken(ports, asked, origin, sign));
      },
    },
  );
}

/** Refuses a page token at a call that is not for pages: none is that does not say so. @throws Problem page-token-too-narrow */
export function noFurtherThanPages(
  callers: Callers<AuthenticatedCounter>,
  { fromPages }: Call,
): (request: FastifyRequest) => void {
  return (request) => {
    if (callers.of(request).page !== undefined && fromPages !== true)
      throw new Problem('page-token-too-narrow');
  };
}
