import { closeSync, existsSync, openSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Db } from '../../ports/db.ts';
import { retryWrites } from '../database/retry-writes.ts';
import { type Migratable, runMigrations } from '../database/run-migrations.ts';
import { groupCommit } from './group-commit.ts';
import { lockForOneProcess } from './lock-for-one-process.ts';
import { noReserve, openReserve } from './open-reserve.ts';
import { isBusy, isFull, isNoDatabase } from './sqlite-errors.ts';
import { sqliteStatements } from './sqlite-statements.ts';

export interface SqliteOptions {
  /** The folder of the migrations. */
  migrations: string;
  /**
   * The file is for this process alone, and room on its disk is kept for ends. Told when there is no more room, and when there is
   * again. Absent: others may have the file too, and nothing is kept.
   */
  alone?: { onRoom(hasRoom: boolean): void };
}

/**
 * Opens the file (`:memory:` for none), made readable by its owner only, and brings it to the newest migration.
 *
 * Durable: WAL with synchronous FULL, so a resolved write survives kill -9 and power loss; a commit of which nothing need be
 * flushed has synchronous NORMAL, and survives kill -9. Deleted rows are overwritten with zeros. Where a second process has the
 * same file, writers take turns and a compare-and-set holds between them, but nothing tells one that the other has changed something.
 *
 * `scrub` empties the write-ahead log; where another process reads at that moment the next scrub does.
 * `read` sees what is committed; it takes only `select`. After `close`, which first commits what is queued, all calls reject.
 * @throws Error in a sentence when another process has the file, or keeps it locked, when there is no room on its disk, when it is
 * no database or its migrations do not fit
 */
export async function openSqlite(file: string, { migrations, alone }: SqliteOptions): Promise<Db> {
  const unlock = alone === undefined ? () => {} : lockForOneProcess(placeOf(file));
  let reserve = noReserve;
  let database: DatabaseSync;
  try {
    if (alone !== undefined) reserve = openReserve(placeOf(file), alone.onRoom);
    database = await openMigrated(file, migrations);
  } catch (error) {
    reserve.close();
    unlock();
    throw error;
  }
  const statements = sqliteStatements(database);
  const group = groupCommit(database, statements, reserve);
  let open = true;

  return {
    async read(sql, params) {
      if (!/^\s*select\b/i.test(sql)) throw new Error('read takes a select');
      try {
        return statements.all(sql, params);
      } catch (error) {
        throw isBusy(error) ? new Problem('storage-busy', { cause: error }) : error;
      }
    },
    write: retryWrites(async (changes, writing) => {
      if (!open) throw new Error('the database is closed');
      return group.write(changes, writing);
    }),
    async scrub() {
      if (!open) throw new Error('the database is closed');
      // Where there is no room, the log is written over from its start: then it must not be given back.
      if (reserve.isOut()) return;
      group.commitNow();
      statements.all('pragma wal_checkpoint(truncate)', {});
    },
    hasRoom: () => !reserve.isOut(),
    async close() {
      if (!open) return;
      open = false;
      group.commitNow();
      database.close();
      reserve.close();
      unlock();
    },
  };
}

/** Where the database itself is, whatever links lead there: what stands beside it is on the same disk. */
function placeOf(file: string): string {
  return existsSync(file) ? realpathSync(file) : join(realpathSync(dirname(file)), basename(file));
}

async function openMigrated(file: string, migrations: string): Promise<DatabaseSync> {
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  let database: DatabaseSync | undefined;
  try {
    database = openConnection(file);
    await runMigrations(migratable(database), migrations);
    // From here on nobody waits inside SQLite, where nothing else could go on: writes are tried again.
    database.exec('pragma busy_timeout = 0');
    return database;
  } catch (error) {
    database?.close();
    if (isBusy(error))
      throw new Error(`Another program keeps the database ${file} locked.`, { cause: error });
    if (isFull(error)) throw new Error(`The disk of the database ${file} is full.`, { cause: error });
    if (isNoDatabase(error)) throw new Error(`The file ${file} is no SQLite database.`, { cause: error });
    throw error;
  }
}

/** Nobody else has the connection until it is migrated, so that the waits in between let nothing in. */
function migratable(database: DatabaseSync): Migratable {
  const statements = sqliteStatements(database);
  return {
    async alone(work) {
      database.exec('begin immediate');
      try {
        await work();
        database.exec('commit');
      } catch (error) {
        if (database.isTransaction) database.exec('rollback');
        throw error;
      }
    },
    exec: async (text) => database.exec(text),
    all: async (sql, params) => statements.all(sql, params),
  };
}

function openConnection(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: limits.startWait });
  try {
    const mode = database.prepare('pragma journal_mode = wal').get()?.journal_mode;
    if (file !== ':memory:' && mode !== 'wal')
      throw new Error('the file system does not allow a write-ahead log');
    database.exec('pragma synchronous = full; pragma secure_delete = on; pragma foreign_keys = on');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
