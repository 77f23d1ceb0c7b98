import type { FastifyInstance } from 'fastify';
import { enterUserCodeCall } from '../../../../../shared/contract/access/user-code.ts';
import { enterUserCode } from '../../../access/user-code.ts';
import { requestShape } from '../../routes/checked-request.ts';
import { mount, rawRequest } from '../../routes/mount.ts';
import type { SurfaceDependencies } from '../surface-dependencies.ts';

/** The call of the page at which a person types the user code of a device flow. The page is one of `webPages`. */
export function userCodeCall(server: FastifyInstance, { ports }: Pick<SurfaceDependencies, 'ports'>): void {
  const shape = requestShape(enterUserCodeCall);
  mount(
    server,
    enterUserCodeCall,
    { surface: 'public', operationId: 'enterUserCode' },
    {
      async handler(request, reply) {
        const sent = rawRequest(enterUserCodeCall, request);
        if (!shape.fits(sent)) throw shape.violation(sent);
        return reply.send(await enterUserCode(ports, { typed: sent.body.userCode, source: request.ip }));
      },
    },
  );
}
