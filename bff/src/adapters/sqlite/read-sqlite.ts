import { DatabaseSync } from 'node:sqlite';
import * as limits from '../../../../shared/limits.ts';
import type { Db } from '../../ports/db.ts';
import { isNoDatabase } from './sqlite-errors.ts';
import { sqliteStatements } from './sqlite-statements.ts';

/**
 * Opens an existing file to look at it only: nothing is created, migrated or changed, and a running BFF may hold the file.
 * @throws Error in a sentence when the file cannot be opened or is no database
 */
export function readSqlite(file: string): Pick<Db, 'read' | 'close'> {
  const database = openReadOnly(file);
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

function openReadOnly(file: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: limits.lookWait });
    database.exec('pragma schema_version');
    return database;
  } catch (cause) {
    throw new Error(
      isNoDatabase(cause) ? `The file ${file} is no SQLite database.` : `The file ${file} cannot be opened.`,
      { cause },
    );
  }
}
