import type { SQLOutputValue } from 'node:sqlite';

export type StoredRow = Record<string, SQLOutputValue>;

/** A text column. @throws TypeError when the row has another type there */
export function text(row: StoredRow, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`column ${column} is not a text`);
  return value;
}

/** An integer column. @throws TypeError when the row has another type there */
export function integer(row: StoredRow, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`column ${column} is not a number`);
  return value;
}

/** A text column that may be null. */
export function optionalText(row: StoredRow, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column);
}

/** An integer column that may be null. */
export function optionalInteger(row: StoredRow, column: string): number | undefined {
  return row[column] === null ? undefined : integer(row, column);
}
