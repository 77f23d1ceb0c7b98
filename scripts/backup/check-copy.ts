import { existsSync } from 'node:fs';
import { readSqlite } from '../../bff/src/adapters/sqlite/read-sqlite.ts';
import { verifyChains } from '../../bff/src/audit/verify-chains.ts';

/** What is known of a copy that is whole. */
export interface CheckedCopy {
  entries: number;
  heads: string;
  /** The time of its newest audit entry, epoch milliseconds: the copy is no older. */
  newest: number;
}

/**
 * Checks that a copy is a whole database (every page, every index) and that no audit chain in it was cut or changed.
 * @param noted heads that an earlier check printed: they must all be there
 * @throws Error in a sentence
 */
export async function checkCopy(file: string, noted = ''): Promise<CheckedCopy> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const db = readSqlite(file);
  try {
    const [found] = await db.read('select integrity_check as said from pragma_integrity_check limit 1', {});
    if (found?.said !== 'ok') throw new Error(`The copy ${file} is damaged.`);
    const finding = await verifyChains(db, noted);
    if ('broken' in finding) {
      const { chain, seq, why } = finding.broken;
      throw new Error(`The copy ${file} is broken at entry ${seq} of the audit chain ${chain}: ${why}.`);
    }
    const [last] = await db.read('select max(at) as at from audit', {});
    return { entries: finding.entries, heads: finding.heads, newest: Number(last?.at ?? 0) };
  } finally {
    await db.close();
  }
}
