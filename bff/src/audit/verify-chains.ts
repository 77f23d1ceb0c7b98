import * as limits from '../../../shared/limits.ts';
import type { Db, Row } from '../ports/db.ts';
import { canonicalText, chainHash, type Head, readHeads, writeHeads } from './entries.ts';
import { namedBy, readKeptHeads } from './heads.ts';

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
 * that everything which a later chain names is there, and that the table of heads names the end of every chain that no later one
 * names. Gives the first fault, or the heads to note down.
 *
 * Who cuts the newest chain's own tail and changes the table of heads with it leaves no trace here. To have that covered too,
 * hand in the `heads` of an earlier finding that were kept outside the database: they must all be there still.
 * @throws RangeError when these are not heads
 */
export async function verifyChains(db: Pick<Db, 'read'>, noted = ''): Promise<Finding> {
  const expected = readHeads(noted);
  try {
    const { chains, entries, named } = await readEntries(db);
    await Promise.all(expected.map((head) => checkHead(db, head, 'it was noted down')));
    await Promise.all(named.map(([by, head]) => checkHead(db, head, `the chain ${by} names it`)));
    await checkKeptHeads(db);
    return { chains, entries, heads: writeHeads(await readKeptHeads(db)) };
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
       where chain > :chain or (chain = :chain and seq > :seq) order by chain, seq limit ${limits.auditPage}`,
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
    if (rows.length < limits.auditPage) return { chains, entries, named };
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

/**
 * The table of heads. A process that runs writes meanwhile: entry and head together, a new chain's start and the heads that it
 * names together. So each look is one statement, and the names are looked for after what must be named.
 * @throws Broken
 */
async function checkKeptHeads(db: Pick<Db, 'read'>): Promise<void> {
  const [wrong] = await db.read(
    `select h.chain as chain, h.seq as seq from audit_heads h
     left join audit a on a.chain = h.chain and a.seq = h.seq and a.hash = h.hash
     where a.chain is null or exists (select 1 from audit later where later.chain = h.chain and later.seq > h.seq)`,
    {},
  );
  if (wrong !== undefined)
    throw new Broken(
      String(wrong.chain),
      Number(wrong.seq),
      'it is kept as a head, and no longer the end of its chain',
    );
  const ends = await db.read(
    `select a.chain as chain, a.seq as seq, a.hash as hash
     from (select chain, max(seq) as seq from audit group by chain) e
     join audit a on a.chain = e.chain and a.seq = e.seq
     where not exists (select 1 from audit_heads h where h.chain = e.chain)`,
    {},
  );
  const starts = await db.read('select entry from audit where seq = 1', {});
  const named = new Set(starts.flatMap(({ entry }) => namedBy(String(entry))).map(({ hash }) => hash));
  const missing = ends.find(({ hash }) => !named.has(String(hash)));
  if (missing !== undefined)
    throw new Broken(
      String(missing.chain),
      Number(missing.seq),
      'it is the end of its chain, and not kept as a head',
    );
}
