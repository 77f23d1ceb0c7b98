import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Db, Statement, WriteOptions, Written } from '../../ports/db.ts';

/**
 * What became of one try. `retry`: others were in the way (SQLITE_BUSY, or SQLSTATE 40001 and 40P01 of PostgreSQL); nothing was
 * written, and the same write may succeed a moment later. `full`: there is no room (SQLITE_FULL, or SQLSTATE 53100).
 */
export type Tried = Written | { done: false; why: 'retry' | 'full' };

/**
 * The one place where a write is tried again: for `limits.writePatience` at most, after pauses of random length, so that those who
 * met do not meet again. Who asked for the write never learns of it but by the time that it took.
 * @throws Problem storage-busy when the last try, too, found others in the way, storage-full: then nothing was written
 */
export function retryWrites(
  attempt: (statements: Statement[], options: WriteOptions) => Promise<Tried>,
): Db['write'] {
  return async (statements, options = {}) => {
    const until = performance.now() + limits.writePatience;
    for (let tries = 1; ; tries++) {
      const tried = await attempt(statements, options);
      if (tried.done) return tried;
      if (tried.why === 'full')
        throw new Problem('storage-full', { retryAfter: limits.storageRetryAfterSeconds });
      if (tried.why !== 'retry') return { done: false, why: tried.why };
      if (performance.now() >= until) throw new Problem('storage-busy');
      await pause(randomInt(1, Math.min(tries, 5) * limits.writePause));
    }
  };
}
