import type { FastifyInstance } from 'fastify';
import { authenticateOperator } from '../auth/authenticate-operator.ts';
import { callersBy } from '../auth/callers-by.ts';
import { mount, rawRequest } from '../routes/mount.ts';
import { oneAtATime } from '../routes/one-at-a-time.ts';
import type { OperatorApi } from '../routes/route.ts';
import type { SurfaceDependencies } from './surface-dependencies.ts';

/** The operator API: for the command line and the console. */
export async function operatorSurface(
  server: FastifyInstance,
  { ports, longPolls }: SurfaceDependencies,
  api: OperatorApi,
): Promise<void> {
  const callers = callersBy((request) => authenticateOperator(ports, request.headers.authorization));
  const once = oneAtATime((request) => callers.of(request).operatorId);
  for (const [operationId, { call, answer }] of Object.entries(api))
    mount(
      server,
      call,
      { surface: 'operator', operationId },
      {
        before: [callers.find],
        once,
        async handler(request, reply) {
          const asking = { caller: callers.of(request), signal: longPolls.stopped };
          return reply
            .status(call.status)
            .send(await answer(ports, { ...rawRequest(call, request), ...asking }));
        },
      },
    );
}
