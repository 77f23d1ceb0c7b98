import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Call } from '../../../../shared/contract/schema.ts';
import type { DeviceCaller } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Surface } from '../../ports/tally.ts';
import type { Callers } from '../auth/callers-by.ts';
import { closeIfUnread } from '../problems/close-gracefully.ts';
import { takeStreams } from './body-parsers.ts';
import { checkUpload, sampleWordOf } from './check-upload.ts';
import type { RawRequest } from './checked-request.ts';
import type { LongPolls } from './long-polls.ts';
import { mount, rawRequest } from './mount.ts';
import type { Upload } from './route.ts';

const envelope = {
  type: 'application/octet-stream',
  schema: Type.Unsafe({ type: 'string', contentMediaType: 'application/octet-stream' }),
};

/** Mounts the relays of all ceremonies: what is refused is refused before a byte of the body is read. */
export function relayMount<Caller extends DeviceCaller>(
  ports: Ports,
  callers: Callers<Caller>,
  longPolls: LongPolls,
) {
  return (
    server: FastifyInstance,
    route: {
      call: Call;
      answer(
        ports: Ports,
        asked: RawRequest & { caller: Caller; signal: AbortSignal },
        upload: Upload,
      ): Promise<unknown>;
    },
    documented: { surface: Surface; operationId: string; hide?: true },
  ): void => {
    const { call } = route;
    server.register(async (scope) => {
      takeStreams(scope);
      mount(
        scope,
        call,
        { ...documented, takes: envelope },
        {
          before: [(request) => void checkUpload(request.raw), callers.find],
          async handler(request, reply) {
            const word = sampleWordOf(request.raw);
            const upload = { length: checkUpload(request.raw), word, stream: request.raw };
            const asking = { caller: callers.of(request), signal: longPolls.stopped };
            const answer = await route.answer(ports, { ...rawRequest(call, request), ...asking }, upload);
            closeIfUnread(request, reply);
            return reply.status(call.status).send(answer);
          },
        },
      );
    });
  };
}
