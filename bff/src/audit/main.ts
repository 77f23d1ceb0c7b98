import { readSqlite } from '../adapters/sqlite/read-sqlite.ts';
import { verifyChains } from './verify-chains.ts';

/** `audit:verify -- FILE [HEADS]`: prints what was found, and ends with 0 when every chain is whole, with 1 when not. */
const [file, noted] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: audit:verify -- FILE [HEADS]\n\nHEADS is what an earlier run printed as "heads".');
  process.exitCode = 1;
} else {
  const db = readSqlite(file);
  const finding = await verifyChains(db, noted);
  await db.close();
  if ('broken' in finding) {
    const { chain, seq, why } = finding.broken;
    console.error(`broken at entry ${seq} of chain ${chain}: ${why}`);
    process.exitCode = 1;
  } else {
    console.log(`${finding.entries} entries in ${finding.chains} chains, all whole`);
    console.log(`heads ${finding.heads}`);
  }
}
