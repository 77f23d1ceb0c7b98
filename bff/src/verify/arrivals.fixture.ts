import type { HolderCaller } from '../ports/callers.ts';
import { arrive } from './02-arrive.ts';
import { land } from './02-land.ts';
import type { World } from './checks.fixture.ts';

const source = '203.0.113.5';

/** Phones and browsers that arrive at a counter, in any state of their own. */
export function playArrivals({ ports, phone, clock }: World) {
  return {
    /** A phone says that it scanned, by a code or by its browser's cookie. */
    scan: (caller: HolderCaller, code?: string, ticket?: string) =>
      arrive(ports, { ...caller, source, ticket, ...(code !== undefined && { code }) }),
    /** A browser opens a code. */
    land: (code: string) => land(ports, { code, source }),
    pass(milliseconds: number): void {
      clock.now += milliseconds;
    },
    /** A phone whose holder has no credential. */
    async newcomer(): Promise<HolderCaller> {
      const caller = await phone();
      const sql = 'delete from credentials where holder_id = :id';
      await ports.db.write([{ sql, params: { id: caller.holderId } }]);
      return caller;
    },
  };
}
