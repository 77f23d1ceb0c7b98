import { Compile } from 'typebox/compile';
import * as limits from '../../../shared/limits.ts';
import { sessionStates } from '../../../shared/sessions.ts';
import type { Row, Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { forgetArrivals } from './arrivals.ts';
import { forgetCalls } from './idempotency.ts';
import { type Session, sessionSchemas } from './session.ts';

/** By state; compiled once, as each read of a session checks it. */
const schemas = new Map<unknown, { Check(value: unknown): boolean }>(
  sessionStates.map((state) => [state, Compile(sessionSchemas[state])]),
);

/** One further than anything in the counter's feed: `inFeed` makes it so. */
const nextPlace = '(select head + 1 from counter_feeds where counter_feeds.counter_id = ';

/** The statement that stores a new session. */
export function insertSession(session: Session): Statement {
  const { asked } = session;
  return {
    sql: `insert into sessions (id, state, version, counter_id, rp_id, device, code_token, body, opened_at, deadline, purge_at, feed)
      values (:id, :state, :version, :counter, :rp, :device, :token, :body, :openedAt, :deadline, :purgeAt, ${nextPlace}:counter))`,
    params: {
      ...columns(session),
      counter: asked.by === 'counter' ? asked.request.counterId : null,
      rp: asked.by === 'counter' ? asked.request.rpId : null,
      token: session.state === 'open' ? session.asked.code.token : null,
      openedAt: session.openedAt,
    },
  };
}

/**
 * The compare-and-set from one state of a session to the next; it gives one row, or none where somebody was quicker. Where the counter
 * is shown something else afterwards the session takes the next place in the counter's feed.
 */
export function updateSession(from: Session, to: Session): Statement {
  const place = from.shown === to.shown ? '' : `, feed = ${nextPlace}sessions.counter_id)`;
  return {
    sql: `update sessions set state = :state, version = :version, device = :device, body = :body, deadline = :deadline,
        purge_at = :purgeAt${place}
      where id = :id and state = :fromState and version = :fromVersion returning id`,
    params: { ...columns(to), fromState: from.state, fromVersion: from.version },
    rows: 1,
  };
}

/**
 * The session in the columns `id` and `body` of a row that these statements wrote.
 * @throws Error, and warns with the id, where the body is no session of a known ceremony: such a row is never served
 */
export function sessionOf(ports: Ports, row: Row): Session {
  const session = readBody(ports, row);
  if (session !== undefined) return session;
  ports.warn('session-unreadable', { sessionId: String(row.id) });
  throw new Error('a stored session does not fit its schema');
}

/**
 * The sessions in such rows. One that does not fit is warned of and set aside empty: no list has it again, nobody can be read off
 * it, and in time it is purged.
 */
export async function sessionsOf(ports: Ports, rows: readonly Row[]): Promise<Session[]> {
  const sessions: Session[] = [];
  for (const row of rows) {
    const session = readBody(ports, row);
    if (session !== undefined) sessions.push(session);
    else {
      const id = String(row.id);
      ports.warn('session-unreadable', { sessionId: id });
      const sql = `update sessions set state = 'unreadable', counter_id = null, device = null, body = '', deadline = purge_at + :after
        where id = :id and body = :body`;
      const params = { id, body: row.body ?? null, after: limits.resultRetention };
      await ports.db.write([{ sql, params }, forgetCalls(id, 'all'), forgetArrivals(id)]);
    }
  }
  return sessions;
}

function readBody(ports: Ports, row: Row): Session | undefined {
  let body: unknown;
  try {
    body = JSON.parse(String(row.body));
  } catch {
    return undefined;
  }
  return isSession(body) && fitsItsCeremony(ports, body) ? body : undefined;
}

function isSession(body: unknown): body is Session {
  const state = typeof body === 'object' && body !== null && 'state' in body ? body.state : undefined;
  return schemas.get(state)?.Check(body) ?? false;
}

/** Whether those take part whom the ceremony names, and nobody else. */
function fitsItsCeremony({ ceremonies }: Ports, { ceremony, asked, parties }: Session): boolean {
  const named = Object.hasOwn(ceremonies, ceremony) ? ceremonies[ceremony]?.rules.parties : undefined;
  const present = asked.by === 'counter' ? ['counter', ...Object.keys(parties)] : Object.keys(parties);
  return named?.length === present.length && named.every((role) => present.includes(role));
}

function columns(session: Session) {
  return {
    id: session.id,
    state: session.state,
    version: session.version,
    device: deviceOf(session) ?? null,
    body: JSON.stringify(session),
    deadline: session.deadline,
    purgeAt: ('endedAt' in session ? session.endedAt : session.deadline) + limits.resultRetention,
  };
}

/** The thumbprint of the one phone that may read the session, while it is remembered. */
export function deviceOf(session: Session): string | undefined {
  if ('readableBy' in session) return session.readableBy;
  return 'claim' in session ? session.claim.deviceThumbprint : undefined;
}
