import type { DatabaseSync } from 'node:sqlite';
import type { Row, Statement, WriteOptions } from '../../ports/db.ts';
import type { Tried } from '../database/retry-writes.ts';
import type { Reserve } from './open-reserve.ts';
import { isBusy, isDuplicate, isFull } from './sqlite-errors.ts';
import type { SqliteStatements } from './sqlite-statements.ts';

type Outcome = Tried | { failed: unknown };

interface Queued {
  changes: Statement[];
  options: WriteOptions;
  resolve: (tried: Tried) => void;
  reject: (reason: unknown) => void;
}

class LostRace extends Error {}

/**
 * One commit, and so one flush to disk, for all writes of the same turn of the event loop. Each write stands in a savepoint of
 * its own: one that loses its race undoes itself and nobody else. A commit that fails rejects every write of the group; where
 * another connection is in the way, each of them may be tried again. A group of which nothing need be flushed is not.
 *
 * Where there is no room, those that may use the reserve are tried with it, and all others are refused until there is room again.
 */
export function groupCommit(database: DatabaseSync, statements: SqliteStatements, reserve: Reserve) {
  let queue: Queued[] = [];
  let flushing = true;

  function commitNow(): void {
    const group = queue;
    queue = [];
    if (group.length > 0) settle(group);
  }

  function settle(group: Queued[], rewound = false): void {
    try {
      setFlushing(group.some(({ options }) => options.flush ?? true));
      const outcomes = commitGroup(group);
      for (const [index, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[index] ?? { failed: new Error('no outcome') };
        if ('failed' in outcome) reject(outcome.failed);
        else resolve(outcome);
      }
    } catch (error) {
      if (isFull(error)) meetEnd(group, rewound);
      else if (isBusy(error)) for (const { resolve } of group) resolve({ done: false, why: 'retry' });
      else for (const { reject } of group) reject(error);
    }
  }

  /** A log that can be written over from its start needs no room; only where that was not enough a slice of the reserve goes. */
  function meetEnd(group: Queued[], rewound: boolean): void {
    reserve.meetEnd();
    const ends = group.filter(({ options }) => options.reserve);
    const again = ends.length > 0 && (!rewound || reserve.giveSlice()) ? ends : [];
    for (const queued of group) if (!again.includes(queued)) queued.resolve({ done: false, why: 'full' });
    if (again.length === 0) return;
    rewindLog();
    settle(again, true);
  }

  /** Has what stands in the write-ahead log copied, as far as there is room for it. */
  function rewindLog(): void {
    try {
      database.exec('pragma wal_checkpoint(passive)');
    } catch {
      // The write that comes next meets what was in the way.
    }
  }

  /** SQLite obeys this pragma when it reads it, not when a prepared one is run again. */
  function setFlushing(wanted: boolean): void {
    if (wanted === flushing) return;
    database.exec(`pragma synchronous = ${wanted ? 'full' : 'normal'}`);
    flushing = wanted;
  }

  function commitGroup(group: Queued[]): Outcome[] {
    const [only] = group;
    if (group.length === 1 && only !== undefined) return [commitOne(only.changes)];
    statements.all('begin immediate', {});
    try {
      const outcomes = group.map(({ changes }) => runInSavepoint(changes));
      statements.all('commit', {});
      return outcomes;
    } catch (error) {
      if (database.isTransaction) statements.all('rollback', {});
      throw error;
    }
  }

  function commitOne(changes: Statement[]): Outcome {
    statements.all('begin immediate', {});
    try {
      const rows = changes.map(runChange);
      statements.all('commit', {});
      return { done: true, rows };
    } catch (error) {
      if (database.isTransaction) statements.all('rollback', {});
      if (isBusy(error) || isFull(error)) throw error;
      if (error instanceof LostRace) return { done: false, why: 'lost' };
      return isDuplicate(error) ? { done: false, why: 'duplicate' } : { failed: error };
    }
  }

  function runInSavepoint(changes: Statement[]): Outcome {
    statements.all('savepoint one', {});
    try {
      const rows = changes.map(runChange);
      statements.all('release one', {});
      return { done: true, rows };
    } catch (error) {
      // A full disk or the like ends the whole transaction: then nobody's write stands.
      if (!database.isTransaction || isFull(error)) throw error;
      statements.all('rollback to one', {});
      statements.all('release one', {});
      if (error instanceof LostRace) return { done: false, why: 'lost' };
      return isDuplicate(error) ? { done: false, why: 'duplicate' } : { failed: error };
    }
  }

  function runChange({ sql, params, rows: wanted }: Statement): Row[] {
    const rows = statements.all(sql, params);
    if (wanted !== undefined && rows.length !== wanted) throw new LostRace();
    return rows;
  }

  return {
    async write(changes: Statement[], options: WriteOptions): Promise<Tried> {
      if (!options.reserve && reserve.isOut()) return { done: false, why: 'full' };
      return new Promise((resolve, reject) => {
        queue.push({ changes, options, resolve, reject });
        if (queue.length === 1) setImmediate(commitNow);
      });
    },
    commitNow,
  };
}
