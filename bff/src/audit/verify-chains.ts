import type { Db, Row } from '../ports/db.ts';
import { canonicalText, chainHash, type Head, readHeads, writeHeads } from './entries.ts';
import { findHeads, namedBy } from './find-heads.ts';

const page = 1000;

export type Finding =
  | { chains: number; entries: number; heads: string }
  | { broken: { chain: string; seq: number; why: string } };

class Broken extends Error {
  readonly place: { chain: string; seq: number };

  constructor(chain: string, seq: number, why: string) {
    super(why);
    this.place = { chain, seq };
  }
}

/**
 * Checks every entry of every chain: numbers without gaps, hashes, columns that say what the entry says, nothing after the end,
 * and that everything which a later chain names is there. Gives the first fault, or the heads to note down.
 *
 * The newest chain's own tail is named by nobody yet. To have that covered too, hand in the `heads` of an earlier finding
 * that were kept outside the database: they must all be there still. @throws RangeError when these are not heads
 */
export async function verifyChains(db: Pick<Db, 'read'>, noted = ''): Promise<Finding> {
  const expected = readHeads(noted);
  try {
    const { chains, entries, named } = await readEntries(db);
    await Promise.all(expected.map((head) => checkHead(db, head, 'it was noted down')));
    await Promise.all(named.map(([by, head]) => checkHead(db, head, `the chain ${by} names it`)));
    return { chains, entries, heads: writeHeads(await findHeads(db)) };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { broken: { ...error.place, why: error.message } };
  }
}

async function readEntries(db: Pick<Db, 'read'>) {
  const named: [string, Head][] = [];
  let chains = 0;
  let entries = 0;
  let last = { chain: '', seq: 0, hash: '', event: '' };
  for (;;) {
    const rows = await db.read(
      `select chain, seq, at, entry, hash from audit
       where chain > :chain or (chain = :chain and seq > :seq) order by chain, seq limit ${page}`,
      { chain: last.chain, seq: last.seq },
    );
    for (const row of rows) {
      const starts = row.chain !== last.chain;
      last = checkRow(row, starts ? { chain: String(row.chain), seq: 0, hash: '', event: '' } : last);
      if (starts) {
        chains += 1;
        for (const head of headsOf(row, last)) named.push([last.chain, head]);
      }
    }
    entries += rows.length;
    if (rows.length < page) return { chains, entries, named };
  }
}

/** @throws Broken */
function checkRow(row: Row, before: Head & { event: string }): Head & { event: string } {
  const [chain, text] = [before.chain, String(row.entry)];
  const seq = before.seq + 1;
  if (row.seq !== seq) throw new Broken(chain, seq, 'the entry is missing');
  if (before.event === 'process-stopped') throw new Broken(chain, seq, 'the chain had ended before');
  const hash = chainHash(before.hash, text);
  if (row.hash !== hash)
    throw new Broken(chain, seq, 'the entry was changed or moved: its hash does not fit');
  const event = readEvent(text, { chain, seq, at: row.at ?? null, previous: before.hash });
  if (event === undefined) throw new Broken(chain, seq, 'the entry says other than its row');
  if ((event === 'process-started') !== (seq === 1))
    throw new Broken(chain, seq, 'a chain starts with process-started, and only once');
  return { chain, seq, hash, event };
}

/** The name of the event, when the entry is in canonical form and agrees with its row. */
function readEvent(text: string, columns: Row): string | undefined {
  try {
    const entry: unknown = JSON.parse(text);
    if (typeof entry !== 'object' || entry === null || !('event' in entry)) return undefined;
    return canonicalText({ ...entry, ...columns }) === text ? String(entry.event) : undefined;
  } catch {
    return undefined;
  }
}

function headsOf({ entry }: Row, { chain, seq }: Head): Head[] {
  try {
    return namedBy(String(entry));
  } catch {
    throw new Broken(chain, seq, 'the heads of the earlier chains are not readable');
  }
}

async function checkHead(db: Pick<Db, 'read'>, { chain, seq, hash }: Head, why: string): Promise<void> {
  const rows = await db.read('select hash from audit where chain = :chain and seq = :seq', { chain, seq });
  if (rows[0] === undefined) throw new Broken(chain, seq, `the entry is missing, though ${why}`);
  if (rows[0].hash !== hash) throw new Broken(chain, seq, `the entry is another one than before: ${why}`);
}
