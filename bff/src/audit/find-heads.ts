import type { Db } from '../ports/db.ts';
import { type Head, readHeads } from './entries.ts';

/**
 * The last entry of each chain that no later chain names yet: usually one, that of the process before. Together with what
 * the named ones name in turn, they stand for every entry there is.
 */
export async function findHeads(db: Pick<Db, 'read'>): Promise<Head[]> {
  const ends = await db.read(
    `select a.chain as chain, a.seq as seq, a.hash as hash
     from (select chain, max(seq) as seq from audit group by chain) e
     join audit a on a.chain = e.chain and a.seq = e.seq order by a.chain`,
    {},
  );
  const starts = await db.read('select entry from audit where seq = 1', {});
  const named = new Set(starts.flatMap(({ entry }) => readableHeads(String(entry))).map(({ hash }) => hash));
  return ends
    .map(({ chain, seq, hash }) => ({ chain: String(chain), seq: Number(seq), hash: String(hash) }))
    .filter(({ hash }) => !named.has(hash));
}

/** The heads that the first entry of a chain names. @throws RangeError, SyntaxError when the entry was tampered with */
export function namedBy(text: string): Head[] {
  const entry: unknown = JSON.parse(text);
  const named =
    typeof entry === 'object' && entry !== null && 'previousHead' in entry ? entry.previousHead : '';
  return readHeads(String(named));
}

/** An entry that was tampered with names nothing: verification tells of it, and the BFF starts all the same. */
function readableHeads(text: string): Head[] {
  try {
    return namedBy(text);
  } catch {
    return [];
  }
}
