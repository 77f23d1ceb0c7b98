import type { FastifyInstance } from 'fastify';
import { tokenCall } from '../../../../shared/contract/access/token.ts';
import { tokenIssuer } from '../../access/issue-token.ts';
import type { SignToken } from '../../ports/callers.ts';
import { takeForm } from '../routes/body-parsers.ts';
import { requestShape } from '../routes/checked-request.ts';
import { mount, rawRequest } from '../routes/mount.ts';
import type { SurfaceDependencies } from './surface-dependencies.ts';

/** Where a counter gets its access token. */
export async function tokenEndpoint(
  server: FastifyInstance,
  { ports, issuer }: SurfaceDependencies,
  sign: SignToken,
): Promise<void> {
  await takeForm(server);
  const shape = requestShape(tokenCall);
  const endpoint = `${ports.settings.publicUrl}${tokenCall.path}`;
  const issue = tokenIssuer(ports, { issuer, endpoint, sign });
  const documented = {
    surface: 'access',
    operationId: 'token',
    takes: { type: 'application/x-www-form-urlencoded' },
  } as const;
  mount(server, tokenCall, documented, {
    async handler(request, reply) {
      const sent = rawRequest(tokenCall, request);
      if (!shape.fits(sent)) throw shape.violation(sent);
      return reply.status(tokenCall.status).send(await issue(sent.body));
    },
  });
}
