import type { FastifyReply, FastifyRequest } from 'fastify';
import { CounterView } from '../../../../shared/contract/verify/08-result.ts';
import { limits } from '../../../../shared/limits.ts';
import type { Ports } from '../../ports/ports.ts';
import { take } from '../../quota/take.ts';
import type { AuthenticatedCounter } from '../auth/authenticate-counter.ts';
import { safeHeaders } from '../request-hooks.ts';
import type { EventsRoute } from '../routes/route.ts';

/** Events are written by the schema, as answers are: a field that it does not name cannot leave. */
const viewSchema: Record<string, unknown> = { ...CounterView };

/** The event streams of all counters. */
export interface CounterStreams {
  /** @throws Problem too-many-requests beyond `limits.eventStreamsPerCounter` */
  open(
    watch: EventsRoute['watch'],
    counter: AuthenticatedCounter,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void>;
  /** Ends every stream in good order, so that the server can close. */
  endAll(): void;
}

interface Stream {
  beat(): void;
  end(): void;
}

export function counterStreams(
  ports: Ports,
  heartbeat: number = limits.eventStreamHeartbeat,
): CounterStreams {
  const streams = new Set<Stream>();
  let timer: NodeJS.Timeout | undefined;
  const enter = (stream: Stream) => {
    streams.add(stream);
    timer ??= setInterval(() => {
      for (const each of streams) each.beat();
    }, heartbeat);
  };
  const leave = (stream: Stream) => {
    streams.delete(stream);
    if (streams.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    async open(watch, { caller, until }, request, reply) {
      const place = { quota: 'event-streams-by-counter', subject: caller.counterId } as const;
      const { leave: leavePlace } = await take(ports, [place], { until });
      const { raw } = reply;
      let stop: (() => void) | undefined;
      let closed = false;
      let pending = '';

      // What is pushed in one turn leaves in one piece.
      const write = (text: string) => {
        if (closed || raw.destroyed || raw.writableEnded) return;
        start();
        if (pending === '') setImmediate(send);
        pending += text;
      };
      const send = () => {
        const text = pending;
        pending = '';
        if (text === '' || closed || raw.destroyed || raw.writableEnded) return;
        if (raw.writableLength > limits.eventStreamUnread) raw.destroy();
        else raw.write(text);
      };
      const start = () => {
        if (raw.headersSent) return;
        reply.hijack();
        raw.writeHead(200, {
          ...safeHeaders,
          'content-type': 'text/event-stream; charset=utf-8',
          'x-accel-buffering': 'no',
        });
      };
      const stream: Stream = {
        beat() {
          if (raw.writableNeedDrain) raw.destroy();
          else if (ports.now() >= until) raw.end();
          else write(':\n\n');
        },
        end() {
          send();
          raw.end();
        },
      };

      raw.once('close', () => {
        closed = true;
        leave(stream);
        leavePlace();
        stop?.();
      });
      const push = (view: CounterView) =>
        write(
          `event: session\ndata: ${reply.serializeInput({ ...view }, viewSchema)}\nid: ${view.sessionId}.${view.version}\n\n`,
        );
      try {
        stop = await watch(ports, caller, push);
      } catch (fault) {
        if (!raw.headersSent) throw fault;
        raw.destroy();
        return;
      }
      if (closed || request.raw.destroyed) {
        leavePlace();
        return stop();
      }
      start();
      write(':\n\n');
      enter(stream);
    },
    endAll() {
      for (const stream of streams) stream.end();
    },
  };
}
