import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Db } from '../../ports/db.ts';
import { groupCommit } from './group-commit.ts';
import { migrateSqlite } from './sqlite-migrations.ts';
import { sqliteStatements } from './sqlite-statements.ts';

/** Another process's commit takes milliseconds; past this something is wrong with it. */
const busyMilliseconds = 2000;

/**
 * Opens the file (`:memory:` for none), made readable by its owner only, and brings it to the newest migration.
 *
 * Durable: WAL with synchronous FULL, so a resolved write survives kill -9 and power loss. Deleted rows are overwritten
 * with zeros. A second process may open the same file: writers take turns and a compare-and-set holds between them,
 * but nothing tells one process that the other has changed something.
 *
 * `read` sees what is committed; it takes only `select`. After `close`, which first commits what is queued, all calls reject.
 * @throws Error when the file is not a database or its migrations do not fit
 */
export async function openSqlite(file: string, options: { migrations: string }): Promise<Db> {
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: busyMilliseconds });
  try {
    setDurable(database, file);
    await migrateSqlite(database, options.migrations);
  } catch (error) {
    database.close();
    throw error;
  }
  const statements = sqliteStatements(database);
  const group = groupCommit(database, statements);
  let open = true;

  return {
    async read(sql, params) {
      if (!/^\s*select\b/i.test(sql)) throw new Error('read takes a select');
      return statements.all(sql, params);
    },
    async write(changes) {
      if (!open) throw new Error('the database is closed');
      return group.write(changes);
    },
    async close() {
      if (!open) return;
      open = false;
      group.commitNow();
      database.close();
    },
  };
}

function setDurable(database: DatabaseSync, file: string): void {
  const mode = database.prepare('pragma journal_mode = wal').get()?.journal_mode;
  if (file !== ':memory:' && mode !== 'wal')
    throw new Error('the file system does not allow a write-ahead log');
  database.exec('pragma synchronous = full; pragma secure_delete = on; pragma foreign_keys = on');
}
