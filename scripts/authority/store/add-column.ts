import type { DatabaseSync } from 'node:sqlite';

/** Whether a table has the column: a data folder of an earlier version may not. */
export function hasColumn(db: DatabaseSync, table: string, column: string): boolean {
  return db.prepare('select 1 from pragma_table_info(?) where name = ?').get(table, column) !== undefined;
}

/** Adds a column to a table of an earlier version that does not have it. @param definition type and default, as after `add column` */
export function addColumn(db: DatabaseSync, table: string, column: string, definition: string): void {
  if (!hasColumn(db, table, column)) db.exec(`alter table ${table} add column ${column} ${definition}`);
}
