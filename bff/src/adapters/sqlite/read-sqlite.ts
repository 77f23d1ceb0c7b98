import { DatabaseSync } from 'node:sqlite';
import { limits } from '../../../../shared/limits.ts';
import type { Db } from '../../ports/db.ts';
import { sqliteStatements } from './sqlite-statements.ts';

/**
 * Opens an existing file to look at it only: nothing is created, migrated or changed, and a running BFF may hold the file.
 * @throws Error when there is no such database
 */
export function readSqlite(file: string): Pick<Db, 'read' | 'close'> {
  const database = new DatabaseSync(file, { readOnly: true, timeout: limits.lookWait });
  const statements = sqliteStatements(database);
  return {
    async read(sql, params) {
      return statements.all(sql, params);
    },
    async close() {
      database.close();
    },
  };
}
