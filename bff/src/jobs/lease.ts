import { encodeHex } from '../../../shared/bytes/hex.ts';
import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';

/** The right to do something that one process at a time may do. */
export interface Lease {
  /** Whether it is this process's now: taken where nobody has it, and renewed in time. */
  hold(): Promise<boolean>;
  /** Lets another process have it at once. */
  release(): Promise<void>;
}

/**
 * A lease in the database, taken by compare-and-set: for as long as the clocks of all machines agree within `limits.leaseGrace`, no
 * two processes hold it at one moment. One that ends without releasing it keeps the others waiting for its lifetime and the grace;
 * one whose clock was ahead, too: what is held until later than any clock in step could say is nobody's.
 *
 * Not flushed: a loss of power ends all who could hold it.
 */
export function openLease({ db, now, random }: Pick<Ports, 'db' | 'now' | 'random'>, name: string): Lease {
  const holder = encodeHex(random(16));
  let heldUntil = 0;

  async function isAnothers(at: number): Promise<boolean> {
    const [row] = await db.read('select holder, held_until from leases where name = :name', { name });
    if (row === undefined || row.holder === holder) return false;
    const until = Number(row.held_until);
    return until + limits.leaseGrace > at && until <= latestAt(at);
  }

  return {
    async hold() {
      const at = now();
      const left = heldUntil - at;
      if (left > limits.leaseLifetime / 2 && left <= limits.leaseLifetime) return true;
      if (await isAnothers(at)) return false;
      const until = at + limits.leaseLifetime;
      const taken = await db.write(
        [
          {
            sql: `insert into leases (name, holder, held_until) values (:name, :holder, :until)
              on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until
                where leases.holder = :holder or leases.held_until + :grace <= :at or leases.held_until > :latest
              returning name`,
            params: { name, holder, until, at, grace: limits.leaseGrace, latest: latestAt(at) },
            rows: 1,
          },
        ],
        { flush: false, reserve: true },
      );
      heldUntil = taken.done ? until : 0;
      return taken.done;
    },
    async release() {
      heldUntil = 0;
      await db.write([
        { sql: 'delete from leases where name = :name and holder = :holder', params: { name, holder } },
      ]);
    },
  };
}

/** Takes all leases from whoever had them: to be called where no other process can be alive. */
export async function freeLeases(db: Ports['db']): Promise<void> {
  await db.write([{ sql: 'delete from leases', params: {} }]);
}

/** Until when a lease may be held that was taken by now, by a clock in step with ours. */
function latestAt(at: number): number {
  return at + limits.leaseLifetime + limits.leaseGrace;
}
