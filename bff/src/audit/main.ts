import { existsSync } from 'node:fs';
import { readSqlite } from '../adapters/sqlite/read-sqlite.ts';
import { readHeads } from './entries.ts';
import { type Finding, verifyChains } from './verify-chains.ts';

/** `audit:verify -- FILE [HEADS]`: prints what was found, and ends with 0 when every chain is whole, with 1 when not. */
const [file, noted = ''] = process.argv.slice(2);
try {
  const finding = await verify(file, noted);
  if ('broken' in finding) {
    const { chain, seq, why } = finding.broken;
    console.error(`broken at entry ${seq} of chain ${chain}: ${why}`);
    process.exitCode = 1;
  } else {
    console.log(`${finding.entries} entries in ${finding.chains} chains, all whole`);
    console.log(`heads ${finding.heads}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The chains could not be read.');
  process.exitCode = 1;
}

/** @throws Error in a sentence, where there is nothing to be verified */
async function verify(path: string | undefined, heads: string): Promise<Finding> {
  if (path === undefined)
    throw new Error(
      'usage: audit:verify -- FILE [HEADS]\n\nHEADS is what an earlier run printed as "heads".',
    );
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`);
  try {
    readHeads(heads);
  } catch (cause) {
    throw new Error('HEADS is not what an earlier run printed as "heads".', { cause });
  }
  const db = readSqlite(path);
  try {
    await db.read(`select 1 as one from audit where chain = '' and seq = 0`, {}).catch((cause: unknown) => {
      throw new Error(`The file ${path} holds no audit chains.`, { cause });
    });
    return await verifyChains(db, heads);
  } finally {
    await db.close();
  }
}
