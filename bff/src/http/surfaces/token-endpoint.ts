import type { FastifyInstance } from 'fastify';
import { token as call } from '../../../../shared/contract/access/token.ts';
import type { SignToken } from '../../access/access-token.ts';
import { tokenIssuer } from '../../access/issue-token.ts';
import { takeForm } from '../routes/body-parsers.ts';
import { shapeOf } from '../routes/checked-request.ts';
import { mount, sentIn } from '../routes/mount.ts';
import type { Surroundings } from './surface-dependencies.ts';

/** Where a counter gets its access token. */
export async function tokenEndpoint(
  server: FastifyInstance,
  { ports, issuer }: Surroundings,
  sign: SignToken,
): Promise<void> {
  takeForm(server);
  const shape = shapeOf(call);
  const endpoint = `${ports.settings.publicUrl}${call.path}`;
  const issue = tokenIssuer(ports, { issuer, endpoint, sign });
  const documented = {
    surface: 'access',
    operationId: 'token',
    takes: { type: 'application/x-www-form-urlencoded' },
  } as const;
  mount(server, call, documented, {
    async handler(request, reply) {
      const sent = sentIn(call, request);
      if (!shape.fits(sent)) throw shape.misfit(sent);
      return reply.status(call.status).send(await issue(sent.body));
    },
  });
}
