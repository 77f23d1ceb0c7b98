import { chmodSync, existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import * as limits from '../../../../shared/limits.ts';
import { isBusy } from './sqlite-errors.ts';

/**
 * Takes the database file for this process alone, until it gives it back or ends, however it ends: the lock is the operating
 * system's, on a file beside the database, so that kill -9 leaves none behind. Answers the way to give it back.
 * @param file its real place: one file has one lock, by whichever links it was reached
 * @throws Error in a sentence where another process has it
 */
export function lockForOneProcess(file: string): () => void {
  // An open exclusive transaction is such a lock. Nothing is ever written for it, so that a full disk is no obstacle.
  const place = `${file}-lock`;
  const isNew = !existsSync(place);
  const lock = new DatabaseSync(place, { timeout: limits.lockWait });
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive');
    // Whoever may read it may lock it, and so keep the BFF from starting.
    if (isNew) chmodSync(place, 0o600);
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new Error(
      `Another process uses the database ${file}. An SQLite file is for one process: stop that one, then start again.`,
      { cause: error },
    );
  }
  return () => lock.close();
}
