import type { FastifyInstance } from 'fastify';
import { authenticateOperator } from '../auth/authenticate-operator.ts';
import { callersBy } from '../auth/callers-by.ts';
import { mount, rawRequest } from '../routes/mount.ts';
import type { OperatorApi } from '../routes/route.ts';
import type { SurfaceDependencies } from './surface-dependencies.ts';

/** The operator API: for the command line and the console. */
export async function operatorSurface(
  server: FastifyInstance,
  { ports, longPolls }: SurfaceDependencies,
  api: OperatorApi,
): Promise<void> {
  const callers = callersBy((request) => authenticateOperator(ports, request.headers.authorization));
  for (const [operationId, { call, answer }] of Object.entries(api))
    mount(
      server,
      call,
      { surface: 'operator', operationId },
      {
        before: [callers.find],
        async handler(request, reply) {
          const token = call.registrar ? request.headers['registrar-token'] : undefined;
          const asking = {
            caller: callers.of(request),
            signal: longPolls.stopped,
            registrarToken: typeof token === 'string' ? token : undefined,
          };
          return reply
            .status(call.status)
            .send(await answer(ports, { ...rawRequest(call, request), ...asking }));
        },
      },
    );
}
