import type { RpId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { askedFor, nextTry, type Outcome } from './next-try.ts';
import type { Delivered } from './read-delivery.ts';

/** A delivery that this process has taken, with the tries that it has had, this one included. */
export type Taken = Pick<Delivered, 'webhookId' | 'eventId' | 'sessionId' | 'place' | 'tries' | 'expiresAt'>;

type Settling = Pick<Ports, 'db' | 'now' | 'random' | 'settings' | 'audited'>;

/**
 * Writes down what came of a try: delivered; waiting for the next one; dead after the last; or, where the receiver has gone, waiting for
 * an operator together with all that comes. Whoever else settled it meanwhile keeps what he wrote. Answers whether this counted.
 */
export async function settleDelivery(
  ports: Settling,
  taken: Taken,
  outcome: Outcome,
  { slow, rpId }: { slow: boolean; rpId: RpId },
): Promise<boolean> {
  const now = ports.now();
  if (outcome.kind === 'delivered')
    return write(ports, [
      ended(taken, { state: 'delivered', now, fault: null, status: outcome.status }),
      hook(taken, now, 'failing_since = null, last_fault = null, struggles = :slow, backlog = backlog - 1', {
        slow: slow ? 1 : 0,
      }),
      othersOf(taken, now),
    ]);
  const { fault, status = null } = outcome;
  if (fault === 'forgotten')
    return write(ports, [
      ended(taken, { state: 'dead', now, fault, status }),
      hook(taken, now, 'backlog = backlog - 1', {}),
      othersOf(taken, now),
    ]);
  const failing = 'failing_since = coalesce(failing_since, :now), last_fault = :fault, struggles = 1';
  if (fault === 'gone') {
    const told = [again(taken, { at: now, fault, status }), hook(taken, now, failing, { fault })];
    const event = { event: 'webhook-gone', by: 'relying-party', rpId, webhookId: taken.webhookId } as const;
    const { done } = await ports.audited(event, [...told, gone(taken)], { reserve: true });
    // Where it is stopped already, by another delivery or an operator, nothing but this delivery changes.
    return done || write(ports, told);
  }
  const rest = askedFor(outcome.retryAfter ?? 0);
  const at = nextTry(ports, { ...taken, rest });
  const rests = 'rests_until = case when rests_until < :rests then :rests else rests_until end';
  if (at === undefined)
    return write(ports, [
      ended(taken, { state: 'dead', now, fault, status }),
      hook(taken, now, `${failing}, backlog = backlog - 1`, { fault }),
      othersOf(taken, now),
    ]);
  return write(ports, [
    again(taken, { at, fault, status }),
    hook(taken, now, `${failing}, ${rests}`, { fault, rests: now + rest }),
    othersOf(taken, at),
  ]);
}

async function write({ db }: Pick<Ports, 'db'>, statements: Statement[]): Promise<boolean> {
  const { done } = await db.write(statements, { reserve: true });
  return done;
}

const key = ({ webhookId, eventId, tries }: Taken) => ({ webhookId, eventId, tries });
const mine = `webhook_id = :webhookId and event_id = :eventId and state = 'waiting' and tries = :tries returning event_id`;

/** What was taken is not kept longer than its session. */
const withSession = 'case when expires_at > at + :kept then at + :kept else expires_at end';

function ended(
  taken: Taken,
  {
    state,
    now,
    fault,
    status,
  }: { state: 'delivered' | 'dead'; now: number; fault: string | null; status: number | null },
): Statement {
  const settled = 'state = :state, settled_at = :now, fault = :fault, status = :status, taken = 0';
  const { changes, more } =
    state === 'delivered'
      ? { changes: `${settled}, expires_at = ${withSession}`, more: { kept: limits.resultRetention } }
      : { changes: settled, more: {} };
  const sql = `update webhook_deliveries set ${changes} where ${mine}`;
  return { sql, params: { ...key(taken), state, now, fault, status, ...more }, rows: 1 };
}

function again(
  taken: Taken,
  { at, fault, status }: { at: number; fault: string; status: number | null },
): Statement {
  const sql = `update webhook_deliveries set next_at = :at, fault = :fault, status = :status, taken = 0 where ${mine}`;
  return { sql, params: { ...key(taken), at, fault, status }, rows: 1 };
}

function hook(
  { webhookId }: Taken,
  now: number,
  changes: string,
  params: Record<string, string | number>,
): Statement {
  const named = changes.includes(':now') ? { now } : {};
  return {
    sql: `update webhooks set ${changes} where id = :webhookId`,
    params: { webhookId, ...named, ...params },
  };
}

/** Nothing more is sent to the webhook until an operator says so. */
function gone({ webhookId }: Taken): Statement {
  const sql = `update webhooks set state = 'gone', due_at = null where id = :webhookId and state = 'active' returning id`;
  return { sql, params: { webhookId }, rows: 1 };
}

/** What waits behind it in its session is due when it is, or now that it is told or given up. */
function othersOf({ webhookId, sessionId, place }: Taken, at: number): Statement {
  return {
    sql: `update webhook_deliveries set next_at = :at
      where webhook_id = :webhookId and session_id = :sessionId and state = 'waiting' and place > :place and taken = 0`,
    params: { webhookId, sessionId: sessionId ?? null, place, at },
  };
}
