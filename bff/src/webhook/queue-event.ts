import type { EventType } from '../../../shared/contract/webhook/events.ts';
import type { EndState } from '../../../shared/contract/webhook/session-ended.ts';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/** Something that happened in a session of an RP. */
export interface SessionEvent {
  rpId: string;
  type: EventType;
  sessionId: string;
  /** Rises with each event of the session. */
  place: number;
  at: number;
  /** How it ended, where it did. */
  endedAs?: EndState | undefined;
  /** When what is told is forgotten. */
  expiresAt: number;
}

/** An event waits behind what waits of its session, and is due no earlier. */
const dueAt = `coalesce((select max(next_at) from webhook_deliveries earlier where earlier.webhook_id = webhooks.id
  and earlier.session_id = :sessionId and earlier.state = 'waiting'), cast(:now as bigint))`;

/**
 * The statements that hand an event to every webhook of the RP that is told of such, to be written with the change that it tells of or
 * not at all. A webhook for which as many wait as may is not told, and its `missed` counts it: what waits already is kept.
 */
export function queueEvent({ now, random }: Pick<Ports, 'now' | 'random'>, event: SessionEvent): Statement[] {
  const { rpId, type, sessionId, place, at, endedAs = null, expiresAt } = event;
  const told = { rpId, type: `% ${type} %`, most: limits.webhookBacklog };
  const which = `rp_id = :rpId and state <> 'revoked' and events like :type`;
  return [
    {
      sql: `insert into webhook_deliveries (webhook_id, event_id, type, session_id, place, at, ended_as, state, tries, next_at, taken, expires_at)
        select id, cast(:eventId as text), cast(:event as text), cast(:sessionId as text), cast(:place as integer), cast(:at as bigint),
          cast(:endedAs as text), 'waiting', 0, ${dueAt}, 0, cast(:expiresAt as bigint)
        from webhooks where ${which} and backlog < :most`,
      params: {
        ...told,
        ...{ eventId: newId('evt', random), event: type, sessionId, place, at },
        ...{ endedAs, expiresAt, now: now() },
      },
    },
    {
      sql: `update webhooks set
          missed = missed + case when backlog < :most then 0 else 1 end,
          backlog = backlog + case when backlog < :most then 1 else 0 end,
          due_at = case when state <> 'active' or due_at <= :now then due_at when rests_until > :now then rests_until else :now end
        where ${which}`,
      params: { ...told, now: now() },
    },
  ];
}
