import * as limits from '../../../shared/limits.ts';
import type { Row } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { type Message, messageOf } from './queue-message.ts';
import { settleAttempt } from './settle-attempt.ts';

/**
 * Delivers what is due until nothing is, or the first of one key only: each message at least once, those of one key in the order in
 * which they were queued. Who delivers takes the message first by compare-and-set, so that two processes do not send it at once; one
 * that could not be delivered, or whose process ended, is tried again after a pause that doubles each time.
 */
export async function deliverDue(ports: Ports, key?: string): Promise<void> {
  const most: number = limits.outboxAtOnce;
  for (let found = most; found === most; ) {
    const rows = await ports.db.read(
      `select id, kind, payload, attempts from outbox
        where next_at <= :now ${key === undefined ? '' : 'and key = :key'} and not exists (
          select 1 from outbox earlier where earlier.key = outbox.key
            and (earlier.queued_at < outbox.queued_at or (earlier.queued_at = outbox.queued_at and earlier.id < outbox.id)))
        order by next_at limit :most`,
      { now: ports.now(), most, ...(key === undefined ? {} : { key }) },
    );
    found = rows.length;
    // No two are of one key. All at once, so that one for which the authority is slow holds up no other.
    await Promise.all(rows.map((row) => deliver(ports, row)));
  }
}

async function deliver(ports: Ports, row: Row): Promise<void> {
  const { id = null, attempts = null } = row;
  const taken = await ports.db.write([
    {
      sql: `update outbox set attempts = attempts + 1, next_at = :until
        where id = :id and attempts = :attempts and next_at <= :now returning id`,
      params: { id, attempts, now: ports.now(), until: ports.now() + limits.outboxTakenFor },
      rows: 1,
    },
  ]);
  if (!taken.done) return;
  try {
    await send(ports, messageOf(row));
    await ports.db.write([{ sql: 'delete from outbox where id = :id', params: { id } }]);
  } catch (fault) {
    const tried = Number(attempts) + 1;
    const error = fault instanceof Error ? fault.name : 'unknown';
    await ports.db.write([
      {
        sql: 'update outbox set next_at = :at where id = :id and attempts = :tried',
        params: { id, tried, at: ports.now() + pauseAfter(tried) },
      },
    ]);
    // Who hears of it may count on its being due again then.
    ports.warn('message-undelivered', { kind: String(row.kind), tried, error });
  }
}

function send(ports: Ports, message: Message): Promise<void> {
  switch (message.kind) {
    case 'void-credential':
      return ports.authority.voidCredential(message.handle);
    case 'move-credential':
      return ports.authority.moveCredential(message.handle, { move: message.move, at: message.at });
    case 'end-delegation':
      return ports.delegations.end(message.delegationId);
    case 'settle-attempt':
      return settleAttempt(ports, message.challengeId);
  }
}

function pauseAfter(tried: number): number {
  return Math.min(limits.outboxPauseMost, limits.outboxPause * 2 ** Math.min(tried - 1, 30));
}
