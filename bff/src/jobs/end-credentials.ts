import { asId, type HolderId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { type Credential, credentialIn } from '../credential/credential.ts';
import { makeMove } from '../credential/make-move.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { wakeHolder } from '../notice/wake-holder.ts';
import { queueMessage } from '../outbox/queue-message.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * Writes down what comes or ends by itself, until nothing is due, and tells every phone: what has outlived the ID card, or was not brought along, is void, the report of a
 * lost card is over, a level that was to come has come, which the authority is asked first. Each is so by its time for whoever reads the
 * credential; what is looked at here is what is due. Whoever is quicker wins, and this looks again.
 */
export async function endCredentials(ports: Ports): Promise<void> {
  await expireCredentials(ports);
  const most: number = limits.sweepAtOnce;
  // What waits for the authority is due still.
  let left = 0;
  for (let found = most; found === most; ) {
    const now = ports.now();
    const rows = await ports.db.read(
      'select * from credentials where due_at <= :now order by due_at limit :most offset :left',
      { now, most, left },
    );
    found = rows.length;
    for (const row of rows) {
      const holderId = asId('hol', String(row.holder_id));
      // As it stood the moment before.
      if ((await endOne(ports, holderId, credentialIn(row, 0), now)) === 'waits') left += 1;
    }
  }
}

async function expireCredentials(ports: Ports): Promise<void> {
  const most: number = limits.sweepAtOnce;
  for (let found = most; found === most; ) {
    const rows = await ports.db.read(
      `select * from credentials where ends_at <= :now and state <> 'void' order by ends_at limit :most`,
      { now: ports.now(), most },
    );
    found = rows.length;
    for (const row of rows) {
      const credential = credentialIn(row, 0);
      const also = [queueMessage(ports, { kind: 'void-credential', handle: credential.handle })];
      await makeMove(ports, asId('hol', String(row.holder_id)), { credential, move: 'expire', also });
    }
  }
}

async function endOne(
  ports: Ports,
  holderId: HolderId,
  credential: Credential,
  now: number,
): Promise<'done' | 'waits'> {
  const { handle, state, strictFrom = Number.POSITIVE_INFINITY, cardReportEnds, movable } = credential;
  if (movable !== undefined && movable.until <= now) {
    const also = [queueMessage(ports, { kind: 'void-credential', handle })];
    await makeMove(ports, holderId, { credential, move: 'lapse', also });
  } else if (strictFrom <= now) {
    // It may have been lowered there meanwhile, of which `reconcile` hears: nobody is told of a level that is none.
    const strict = await ports.authority.strictAmong([handle]).catch(() => new Set());
    if (!strict.has(handle)) return 'waits';
    await raiseLevel(ports, holderId, credential);
  } else if (cardReportEnds !== undefined && state === 'card-reported-lost')
    await makeMove(ports, holderId, { credential, move: 'end-card-report' });
  // Behind a freeze nothing changes that anybody sees.
  else await ports.db.write([settled(credential)]);
  return 'done';
}

async function raiseLevel(ports: Ports, holderId: HolderId, credential: Credential): Promise<void> {
  const { handle, strictFrom, cardReportEnds } = credential;
  const written = await ports.db.write([
    {
      sql: `update credentials set level = 'strict', strict_from = null, due_at = :dueAt
        where handle = :handle and strict_from = :strictFrom returning handle`,
      params: { handle, strictFrom: strictFrom ?? null, dueAt: cardReportEnds ?? null },
      rows: 1,
    },
    tellDevices(ports, holderId, { kind: 'strict-came' }),
  ]);
  if (!written.done) return;
  void ports.audit({ event: 'strict-came', by: 'clock' });
  wakeHolder(ports, holderId);
}

function settled({ handle, since, strictFrom }: Credential) {
  return {
    sql: `update credentials set card_report_ends = null, due_at = :dueAt where handle = :handle and since = :since`,
    params: { handle, since, dueAt: strictFrom ?? null },
  };
}
