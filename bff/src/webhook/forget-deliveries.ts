import * as limits from '../../../shared/limits.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

const most: number = limits.forgottenAtOnce;

/**
 * Forgets one portion of what is past its time: what was delivered goes with its session, and of what was not only that it was given up
 * stays for a week, with neither its session nor its content. Answers how many rows that were.
 */
export async function forgetDeliveries({ db }: Pick<Ports, 'db'>, now: number): Promise<number> {
  const rows = await db.read(
    `select webhook_id, event_id, state, session_id from webhook_deliveries where expires_at <= :now order by expires_at limit :most`,
    { now, most },
  );
  const statements = rows.flatMap(({ webhook_id = null, event_id = null, state, session_id }) => {
    const key = { webhookId: webhook_id, eventId: event_id };
    const keepsTrace = state === 'waiting' || (state === 'dead' && session_id !== null);
    return keepsTrace ? forgetContent(key, now, state === 'waiting') : [forgetRow(key)];
  });
  if (statements.length > 0) await db.write(statements, { reserve: true });
  return rows.length;
}

type Key = { webhookId: string | number | null; eventId: string | number | null };

/** Its time has passed, whatever becomes of it meanwhile. */
function forgetContent(key: Key, now: number, waits: boolean): Statement[] {
  const lessWaits: Statement = {
    sql: `update webhooks set backlog = backlog - 1 where id = :webhookId and exists (
      select 1 from webhook_deliveries where webhook_id = :webhookId and event_id = :eventId and state = 'waiting')`,
    params: key,
  };
  const given: Statement = {
    sql: `update webhook_deliveries set session_id = null, ended_as = null, taken = 0, expires_at = :until,
        settled_at = case state when 'waiting' then :now else settled_at end,
        fault = case state when 'waiting' then 'forgotten' else fault end,
        state = case state when 'waiting' then 'dead' else state end
      where webhook_id = :webhookId and event_id = :eventId`,
    params: { ...key, now, until: now + limits.webhookDeadKept },
  };
  return waits ? [lessWaits, given] : [given];
}

function forgetRow(key: Key): Statement {
  return {
    sql: `delete from webhook_deliveries where webhook_id = :webhookId and event_id = :eventId and state <> 'waiting'`,
    params: key,
  };
}
