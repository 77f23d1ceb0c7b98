export type Value = string | number | null;
export type Row = Record<string, Value>;

/**
 * One SQL text that runs unchanged on node:sqlite and PostgreSQL: text, integer and epoch-millisecond bigint columns,
 * named parameters (`:name`), `returning` instead of counts.
 */
export interface Statement {
  sql: string;
  params: Record<string, Value>;
  /** Exactly so many rows must come back, or the whole write is undone. */
  rows?: number;
}

/** `lost`: a statement gave another number of rows than demanded. `duplicate`: a unique key was taken. Nothing was written. */
export type Written = { done: true; rows: Row[][] } | { done: false; why: 'lost' | 'duplicate' };

export interface Db {
  read(sql: string, params: Record<string, Value>): Promise<Row[]>;
  /** All statements or none, durable when the promise resolves. Writes of the same moment share one commit. */
  write(statements: Statement[]): Promise<Written>;
  close(): Promise<void>;
}
