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

export interface WriteOptions {
  /**
   * false: the write outlives this process, but a loss of power that ends the process may take it along. For what costs too
   * much to flush each time and is guarded by something else in that one case. Where the database can lose power without this
   * process, as on another machine, all is flushed. true where absent.
   */
  flush?: boolean;
  /**
   * true: may use up what is kept for when there is no other room. For what ends or removes something, and for the audit chain;
   * never for what a caller can do at will.
   */
  reserve?: boolean;
}

export interface Db {
  read(sql: string, params: Record<string, Value>): Promise<Row[]>;
  /**
   * All statements or none, durable when the promise resolves. Writes of the same moment share one commit. Where others were in
   * the way (a busy file, a failure to serialise) it is tried again, so that nobody who asks for a write needs to.
   * @throws Problem storage-busy where others still were after `limits.writePatience`, storage-full where there is no room; Error
   * where it was not written for another reason than those of `Written`
   */
  write(statements: Statement[], options?: WriteOptions): Promise<Written>;
  /** Makes unreadable in every file of the database what was deleted or changed before: a log of writes keeps it for a while. */
  scrub(): Promise<void>;
  /** Whether there is room for more than ends. */
  hasRoom(): boolean;
  close(): Promise<void>;
}
