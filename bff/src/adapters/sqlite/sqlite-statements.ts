import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Row, Value } from '../../ports/db.ts';

/** Runs SQL texts on one connection, each prepared once: the texts are constants of the program, so the cache stays small. */
export interface SqliteStatements {
  /** @throws Error on a parameter that the text does not name, and on a named one that is not given */
  all(sql: string, params: Record<string, Value>): Row[];
}

interface Prepared {
  statement: StatementSync;
  names: readonly string[];
}

export function sqliteStatements(database: DatabaseSync): SqliteStatements {
  const cache = new Map<string, Prepared>();

  function prepare(sql: string): Prepared {
    const known = cache.get(sql);
    if (known !== undefined) return known;
    const prepared = { statement: database.prepare(sql), names: parameterNames(sql) };
    cache.set(sql, prepared);
    return prepared;
  }

  return {
    all(sql, params) {
      const { statement, names } = prepare(sql);
      for (const name of names) checkValue(name, params[name]);
      const rows = statement.all(params);
      if (!areRows(rows)) throw new RangeError('a column is neither text nor a whole number');
      return rows;
    },
  };
}

/** SQLite would bind null for a parameter that was forgotten; PostgreSQL would refuse it. */
function parameterNames(sql: string): string[] {
  const bare = sql.replaceAll(/'[^']*'/g, '');
  return Array.from(bare.matchAll(/:([a-z_]\w*)/gi), (match) => match[1] ?? '');
}

function checkValue(name: string, value: Value | undefined): void {
  if (value === undefined) throw new RangeError(`the parameter :${name} is missing`);
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`the parameter :${name} is not a whole number below 2^53`);
}

function areRows(rows: Record<string, unknown>[]): rows is Row[] {
  return rows.every((row) => Object.values(row).every(isValue));
}

function isValue(value: unknown): value is Value {
  return value === null || typeof value === 'string' || Number.isSafeInteger(value);
}
