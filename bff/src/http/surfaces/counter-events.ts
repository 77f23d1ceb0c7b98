import type { FastifyReply, FastifyRequest } from 'fastify';
import { CounterView } from '../../../../shared/contract/verify/08-result.ts';
import type { StreamEnd } from '../../../../shared/contract/verify/08-sessions.ts';
import * as limits from '../../../../shared/limits.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Demand } from '../../ports/quotas.ts';
import type { Screen, Watching } from '../../ports/session-changes.ts';
import { take } from '../../quota/take.ts';
import type { RegistryFollower } from '../../registry/follow-registry.ts';
import type { AuthenticatedCounter } from '../auth/authenticate-counter.ts';
import type { EventsRoute } from '../routes/route.ts';
import { eventStream } from '../streams/event-stream.ts';
import { spreadBeats } from '../streams/spread-beats.ts';

/** Events are written by the schema, as answers are: a field that it does not name cannot leave. */
const viewSchema: Record<string, unknown> = { ...CounterView };

/** The event streams of all counters. */
export interface CounterStreams {
  /** @throws Problem too-many-requests beyond `limits.eventStreamsPerCounter`, and for a second one by the same page token */
  open(
    watch: EventsRoute['watch'],
    counter: AuthenticatedCounter,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void>;
  /** Ends every stream in good order, so that the server can close. */
  endAll(): void;
}

/** Milliseconds; the limits where absent. */
export interface StreamTimes {
  heartbeat?: number | undefined;
  retry?: number | undefined;
  restart?: number | undefined;
}

export function counterStreams(
  ports: Ports,
  registry: RegistryFollower,
  times: StreamTimes = {},
): CounterStreams {
  const {
    heartbeat = limits.eventStreamHeartbeat,
    retry = limits.eventStreamRetry,
    restart = limits.eventStreamRestart,
  } = times;
  const beats = spreadBeats(heartbeat);
  const ends = new Set<(reason: StreamEnd['reason']) => void>();

  /** Up to twice as much more is drawn, so that not all come back at once. */
  const spread = (milliseconds: number) => {
    const [drawn = 0] = ports.random(1);
    return Math.round(milliseconds * (1 + (2 * drawn) / 255));
  };

  return {
    async open(watch, { caller, page, quotas: { quotas, rpQuotas }, stillUntil, ...found }, request, reply) {
      let { until } = found;
      const { counterId, rpId } = caller;
      const places: Demand[] = [
        { quota: 'event-streams-by-counter', subject: counterId, most: quotas?.streams },
        { quota: 'event-streams-by-rp', subject: rpId, most: rpQuotas?.streams },
        ...(page === undefined ? [] : [{ quota: 'event-streams-by-page-token', subject: page.id } as const]),
      ];
      const { leave: leavePlace } = await take(ports, places, { until });
      const { raw } = reply;
      const stream = eventStream(reply, spread(retry));
      let watching: Watching | undefined;
      const end = (reason: StreamEnd['reason']) => {
        const said: StreamEnd = { reason };
        request.log.info({ traceId: request.call.trace.traceId, reason }, 'stream-ended');
        stream.end('end', JSON.stringify(said), reason === 'restart' ? spread(restart) : undefined);
      };

      const beat = () => {
        if (!raw.headersSent) return;
        // The next beat would come too late.
        if (ports.now() + heartbeat >= until) return end('token-ends');
        stream.beat();
        watching?.look();
      };

      /** The registry was changed: a stream ends with the counter, and with the key that got its token. */
      const lookAnew = () =>
        void stillUntil().then(
          (still) => {
            until = still;
            if (until <= ports.now()) end('revoked');
          },
          (fault: unknown) =>
            ports.warn('push-fault', { name: fault instanceof Error ? fault.name : 'unknown' }),
        );

      ends.add(end);
      const unlisten = registry.listen([counterId, rpId], lookAnew);
      const leave = beats.add(beat);
      ports.measures.eventStreams(1);
      const closed = () => {
        if (ends.delete(end)) ports.measures.eventStreams(-1);
        leave();
        unlisten();
        leavePlace();
        watching?.stop();
      };
      raw.once('close', closed);
      const screen: Screen = {
        after: cursorOf(request),
        push: (view, cursor) =>
          stream.event('session', reply.serializeInput({ ...view }, viewSchema), cursor),
        room: stream.drained,
      };
      try {
        watching = await watch(ports, caller, screen);
      } catch (fault) {
        closed();
        if (!raw.headersSent) throw fault;
        raw.destroy();
        return;
      }
      if (raw.destroyed || raw.writableEnded || request.raw.destroyed) closed();
      else stream.start();
    },
    endAll() {
      for (const end of ends) end('restart');
    },
  };
}

function cursorOf({ headers }: FastifyRequest): string | undefined {
  const last = headers['last-event-id'];
  return typeof last === 'string' ? last : undefined;
}
