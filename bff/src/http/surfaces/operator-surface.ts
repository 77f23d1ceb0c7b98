import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Call } from '../../../../shared/contract/schema.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Visiting } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import { authenticateOperator } from '../auth/authenticate-operator.ts';
import { callersBy } from '../auth/callers-by.ts';
import { demandOwnPage, operatorCookie, tokenInCookie } from '../auth/operator-cookie.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import { mount, rawRequest } from '../routes/mount.ts';
import type { OperatorApi } from '../routes/route.ts';
import type { SurfaceDependencies } from './surface-dependencies.ts';

/** The operator API: for the command line and the console. */
export async function operatorSurface(
  server: FastifyInstance,
  { ports, longPolls }: SurfaceDependencies,
  api: OperatorApi,
): Promise<void> {
  const { publicUrl } = ports.settings;
  const callers = callersBy((request) => authenticateOperator(ports, request, true));
  const watchers = callersBy((request) => authenticateOperator(ports, request, false));
  const demandVerified = (request: FastifyRequest) => {
    if (callers.of(request).verifiedUntil <= ports.now()) throw new Problem('verification-needed');
  };
  const demandConsole = (request: FastifyRequest) => {
    if (callers.of(request).kind === 'command') throw new Problem('origin-refused');
  };
  const demandedBy = ({ verified }: Call) => {
    if (verified === undefined) return [];
    return verified === 'in-console' ? [demandConsole, demandVerified] : [demandVerified];
  };
  /** A page of another site signs nobody in or out; the command names no origin at all. */
  const refuseForeignPages = ({ method, headers }: FastifyRequest) => {
    if (headers.origin !== undefined || headers.cookie !== undefined)
      demandOwnPage(publicUrl, { method, headers });
  };
  const visitorOf = ({ ip, headers }: FastifyRequest, reply: FastifyReply): Visiting => ({
    source: ip,
    token: tokenInCookie(publicUrl, headers.cookie),
    keep: (token) => void reply.header('set-cookie', operatorCookie(publicUrl, token)),
  });

  for (const [operationId, route] of Object.entries(api)) {
    const { call } = route;
    const documented = { surface: 'operator', operationId } as const;
    if (route.kind === 'visitor')
      mount(
        server,
        call,
        { ...documented, by: [] },
        {
          before: [refuseForeignPages],
          async handler(request, reply) {
            const asked = { ...rawRequest(call, request), visitor: visitorOf(request, reply) };
            const answer = await route.answer(ports, asked);
            return reply.status(call.status).send(answer);
          },
        },
      );
    else {
      const found = call.byItself ? watchers : callers;
      mount(server, call, documented, {
        before: [found.find, ...demandedBy(call)],
        async handler(request, reply) {
          const caller = found.of(request);
          const token = call.registrar ? request.headers['registrar-token'] : undefined;
          const asking = {
            caller,
            actor: { by: 'operator', operatorId: caller.operatorId } as const,
            signal: longPolls.stopped,
            registrarToken: typeof token === 'string' ? token : undefined,
          };
          const make = (by: Ports) => route.answer(by, { ...rawRequest(call, request), ...asking });
          const hasKey = request.headers['idempotency-key'] !== undefined;
          const once = call.status === 201 && (call.creates || hasKey);
          const { operatorId } = caller;
          const answer = once ? await answerOnce(ports, operatorId, request, make) : await make(ports);
          return reply.status(call.status).send(answer);
        },
      });
    }
  }
}
