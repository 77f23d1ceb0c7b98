import * as limits from '../../../shared/limits.ts';
import type { Row } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { expire } from '../session/expire.ts';
import { sessionsOf } from '../session/row.ts';
import { isLive } from '../session/session.ts';

/**
 * Keeps deadlines until nothing is due: in portions between which others may write, and fairly. Each relying party's oldest comes before
 * another's second oldest, so that nobody's thousands delay anybody else's one. What is being decided is left to who asks for its
 * verdict (`settle-deciding.ts`).
 */
export async function sweep(ports: Ports): Promise<void> {
  const most: number = limits.sweepLook;
  for (let found = most; found === most; ) {
    const due = await ports.db.read(
      `select id, rp_id from sessions
        where state in ('open', 'claimed', 'challenged', 'deciding') and state <> 'deciding' and deadline <= :now
        order by deadline limit :most`,
      { now: ports.now(), most },
    );
    found = due.length;
    const inTurn = takeTurns(due);
    for (let at = 0; at < inTurn.length; at += limits.sweepAtOnce)
      await sweepPortion(ports, inTurn.slice(at, at + limits.sweepAtOnce));
  }
}

/** The first of each relying party, then the second of each, and so on; applications, which are asked by nobody else, are one more party. */
function takeTurns(due: readonly Row[]): string[] {
  const seen = new Map<unknown, number>();
  return due
    .map(({ id, rp_id }) => {
      const turn = seen.get(rp_id) ?? 0;
      seen.set(rp_id, turn + 1);
      return { id: String(id), turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ id }) => id);
}

async function sweepPortion(ports: Ports, ids: readonly string[]): Promise<void> {
  const now = ports.now();
  const rows = await Promise.all(
    ids.map((id) => ports.db.read('select id, body from sessions where id = :id', { id })),
  );
  const sessions = await sessionsOf(ports, rows.flat());
  await expire(
    ports,
    sessions.filter(isLive).filter(({ deadline }) => deadline <= now),
  );
}
