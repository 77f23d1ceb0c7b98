import type { FastifyInstance } from 'fastify';
import { token as call } from '../../../../shared/contract/access/token.ts';
import { tokenIssuer } from '../../access/issue-token.ts';
import type { SignToken } from '../../access/sign-token.ts';
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
  const shape = requestShape(call);
  const endpoint = `${ports.settings.publicUrl}${call.path}`;
  const issue = tokenIssuer(ports, { issuer, endpoint, sign });
  const documented = {
    surface: 'access',
    operationId: 'token',
    takes: { type: 'application/x-www-form-urlencoded' },
  } as const;
  mount(server, call, documented, {
    async handler(request, reply) {
      const sent = rawRequest(call, request);
      if (!shape.fits(sent)) throw shape.violation(sent);
      return reply.status(call.status).send(await issue(sent.body));
    },
  });
}
