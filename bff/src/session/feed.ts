import { createHash } from 'node:crypto';
import type { Cursor } from '../../../shared/contract/verify/08-sessions.ts';
import type { CounterId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { isForRp } from './ceremony-of.ts';
import { sessionsOf } from './row.ts';
import type { Session } from './session.ts';

/** A part of a feed: what was shown anew after a place, each session once, at the place of its last change. */
export interface FeedPart {
  entries: { session: Session; place: number }[];
  /** The place to go on from. */
  next: number;
  /** Whether there is more by now. */
  more: boolean;
}

/**
 * A statement that stores or changes the session, between those that keep the head of its counter's feed where the feed ends: whoever
 * writes holds the head until the commit, and where the statement changes nothing the head stays.
 */
export function inFeed({ asked }: Session, statement: Statement): Statement[] {
  if (asked.by !== 'counter') return [statement];
  const params = { counterId: asked.request.counterId };
  const hold = `insert into counter_feeds (counter_id, head) values (:counterId, 0)
    on conflict (counter_id) do update set head = counter_feeds.head`;
  const last = '(select max(feed) from sessions where counter_id = :counterId)';
  const raise = `update counter_feeds set head = ${last} where counter_id = :counterId and head < ${last}`;
  return [{ sql: hold, params }, statement, { sql: raise, params }];
}

/** Reads the feed of a counter after a place, in order; `limits.feedPart` sessions at most. */
export async function readFeed(ports: Ports, counterId: CounterId, after: number): Promise<FeedPart> {
  const rows = await ports.db.read(
    'select id, body, feed from sessions where counter_id = :counterId and feed > :after order by feed limit :most',
    { counterId, after, most: limits.feedPart },
  );
  const places = new Map(rows.map(({ id, feed }) => [String(id), Number(feed)]));
  const entries = (await sessionsOf(ports, rows))
    .filter((session) => isForRp(ports, session))
    .map((session) => ({
      session,
      place: places.get(session.id) ?? after,
    }));
  return { entries, next: Math.max(after, ...places.values()), more: rows.length === limits.feedPart };
}

/** The place in a feed from which on there are all sessions of the counter that live or ended lately. */
export async function presentPlace(ports: Ports, counterId: CounterId): Promise<number> {
  const [row] = await ports.db.read(
    `select min(feed) as first from (
      select feed, purge_at from sessions where counter_id = :counterId order by feed desc limit :most
    ) newest where purge_at > :since`,
    {
      counterId,
      since: ports.now() + limits.resultRetention - limits.eventStreamLookBack,
      most: limits.eventStreamSessions,
    },
  );
  const first = row?.first;
  return typeof first === 'number' ? first - 1 : headOf(ports, counterId);
}

/** What a counter is given to go on from a place in its feed. */
export function cursorAt(counterId: CounterId, place: number): Cursor {
  return `${place.toString(36)}-${tagOf(counterId)}`;
}

/** The place that a cursor stands for; undefined where it is none of this counter's, or of a feed that has not come that far. */
export async function placeOf(
  ports: Ports,
  counterId: CounterId,
  cursor: string,
): Promise<number | undefined> {
  const [, digits, tag] = /^([0-9a-z]{1,10})-([A-Za-z0-9_-]{8})$/.exec(cursor) ?? [];
  if (digits === undefined || tag !== tagOf(counterId)) return undefined;
  const place = Number.parseInt(digits, 36);
  return place <= (await headOf(ports, counterId)) ? place : undefined;
}

async function headOf(ports: Ports, counterId: CounterId): Promise<number> {
  const sql = 'select head from counter_feeds where counter_id = :counterId';
  const [row] = await ports.db.read(sql, { counterId });
  return Number(row?.head ?? 0);
}

/** Tells the cursors of one counter from those of all others; it guards nothing, as a feed shows the caller's own sessions only. */
function tagOf(counterId: CounterId): string {
  return createHash('sha256').update(`feed of ${counterId}`).digest('base64url').slice(0, 8);
}
