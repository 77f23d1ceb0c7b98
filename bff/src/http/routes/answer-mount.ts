import type { FastifyInstance } from 'fastify';
import type { Call } from '../../../../shared/contract/schema.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Demand } from '../../ports/quotas.ts';
import type { Callers } from '../auth/callers-by.ts';
import type { RawRequest } from './checked-request.ts';
import type { LongPolls } from './long-polls.ts';
import { mount, rawRequest, signalFor } from './mount.ts';

/** Mounts the calls that a caller who is known has answered by a step. @param pollOf what a call that waits is counted by */
export function answerMount<Caller>(
  ports: Ports,
  callers: Callers<Caller>,
  longPolls: LongPolls,
  pollOf: (caller: Caller) => Demand,
) {
  return (
    server: FastifyInstance,
    route: {
      call: Call;
      answer(ports: Ports, asked: RawRequest & { caller: Caller; signal: AbortSignal }): Promise<unknown>;
    },
    documented: Parameters<typeof mount>[2],
  ): void => {
    const { call } = route;
    mount(server, call, documented, {
      before: [callers.find],
      async handler(request, reply) {
        const caller = callers.of(request);
        const signal = await signalFor(call, longPolls, pollOf(caller), request, reply);
        const answer = await route.answer(ports, { ...rawRequest(call, request), caller, signal });
        return reply.status(call.status).send(answer);
      },
    });
  };
}
