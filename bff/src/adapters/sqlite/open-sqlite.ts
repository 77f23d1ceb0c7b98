import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { limits } from '../../../../shared/limits.ts';
import type { Db } from '../../ports/db.ts';
import { retryWrites } from '../database/retry-writes.ts';
import { type Migratable, runMigrations } from '../database/run-migrations.ts';
import { groupCommit } from './group-commit.ts';
import { sqliteStatements } from './sqlite-statements.ts';

/**
 * Opens the file (`:memory:` for none), made readable by its owner only, and brings it to the newest migration.
 *
 * Durable: WAL with synchronous FULL, so a resolved write survives kill -9 and power loss; a commit of which nothing need be
 * flushed has synchronous NORMAL, and survives kill -9. Deleted rows are overwritten with zeros. A second process may open the
 * same file: writers take turns and a compare-and-set holds between them, but nothing tells one process that the other has
 * changed something.
 *
 * `scrub` empties the write-ahead log; where another process reads at that moment the next scrub does.
 * `read` sees what is committed; it takes only `select`. After `close`, which first commits what is queued, all calls reject.
 * @throws Error when the file is not a database or its migrations do not fit
 */
export async function openSqlite(file: string, options: { migrations: string }): Promise<Db> {
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  const database = openConnection(file);
  try {
    await runMigrations(migratable(database), options.migrations);
  } catch (error) {
    database.close();
    throw error;
  }
  database.exec(`pragma busy_timeout = ${limits.writeWait}`);
  const statements = sqliteStatements(database);
  const group = groupCommit(database, statements);
  let open = true;

  return {
    async read(sql, params) {
      if (!/^\s*select\b/i.test(sql)) throw new Error('read takes a select');
      return statements.all(sql, params);
    },
    write: retryWrites(async (changes, { flush = true }) => {
      if (!open) throw new Error('the database is closed');
      return group.write(changes, flush);
    }),
    async scrub() {
      if (!open) throw new Error('the database is closed');
      group.commitNow();
      statements.all('pragma wal_checkpoint(truncate)', {});
    },
    async close() {
      if (!open) return;
      open = false;
      group.commitNow();
      database.close();
    },
  };
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
