import type { Db, Statement } from '../ports/db.ts';
import { type Head, readHeads } from './entries.ts';

/**
 * The last entry of each chain that no later chain names yet: usually one, that of the process before. Together with what
 * the named ones name in turn, they stand for every entry there is.
 */
export async function readKeptHeads(db: Pick<Db, 'read'>): Promise<Head[]> {
  const rows = await db.read('select chain, seq, hash from audit_heads order by chain', {});
  return rows.map(({ chain, seq, hash }) => ({
    chain: String(chain),
    seq: Number(seq),
    hash: String(hash),
  }));
}

/** The statement that makes an entry the head of its chain; written with the entry itself. */
export function keepHead({ chain, seq, hash }: Head): Statement {
  return {
    sql: `insert into audit_heads (chain, seq, hash) values (:chain, :seq, :hash)
      on conflict (chain) do update set seq = excluded.seq, hash = excluded.hash`,
    params: { chain, seq, hash },
  };
}

/** The statement that lets go of a head which a new chain names, where its own chain has not gone on meanwhile. */
export function dropNamedHead({ chain, seq }: Head): Statement {
  return { sql: 'delete from audit_heads where chain = :chain and seq = :seq', params: { chain, seq } };
}

/** The heads that the first entry of a chain names. @throws RangeError, SyntaxError when the entry was tampered with */
export function namedBy(text: string): Head[] {
  const entry: unknown = JSON.parse(text);
  const named =
    typeof entry === 'object' && entry !== null && 'previousHead' in entry ? entry.previousHead : '';
  return readHeads(String(named));
}
