import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { limits } from '../../../../shared/limits.ts';
import type { Db, Statement, WriteOptions, Written } from '../../ports/db.ts';

/**
 * What became of one try. `retry`: others were in the way (SQLITE_BUSY, or SQLSTATE 40001 and 40P01 of PostgreSQL); nothing was
 * written, and the same write may succeed a moment later.
 */
export type Tried = Written | { done: false; why: 'retry' };

/**
 * The one place where a write is tried again: `limits.writeTries` times at most, after pauses of random length, so that those who
 * met do not meet again. Who asked for the write never learns of it but by the time that it took.
 * @throws Error when the last try, too, found others in the way: then nothing was written
 */
export function retryWrites(
  attempt: (statements: Statement[], options: WriteOptions) => Promise<Tried>,
): Db['write'] {
  return async (statements, options = {}) => {
    for (let tries = 1; ; tries++) {
      const tried = await attempt(statements, options);
      if (tried.done) return tried;
      if (tried.why !== 'retry') return { done: false, why: tried.why };
      if (tries === limits.writeTries) throw new Error('the database is busy');
      await pause(randomInt(1, tries * limits.writePause));
    }
  };
}
