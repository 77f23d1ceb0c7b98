import type { FastifyInstance } from 'fastify';
import { enterUserCodeCall } from '../../../../../shared/contract/access/user-code.ts';
import { enterUserCode } from '../../../access/user-code.ts';
import { mount, requestReader } from '../../routes/mount.ts';
import type { SurfaceDependencies } from '../surface-dependencies.ts';

/** The call of the page at which a person types the user code of a device flow. The page is one of `webPages`. */
export function userCodeCall(server: FastifyInstance, { ports }: Pick<SurfaceDependencies, 'ports'>): void {
  const read = requestReader(enterUserCodeCall);
  mount(
    server,
    enterUserCodeCall,
    { surface: 'public', operationId: 'enterUserCode' },
    {
      async handler(request, reply) {
        const { userCode: typed } = read(request).body;
        return reply.send(await enterUserCode(ports, { typed, source: request.ip }));
      },
    },
  );
}
