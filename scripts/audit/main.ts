import { existsSync } from 'node:fs';
import { readSqlite } from '../../bff/src/adapters/sqlite/read-sqlite.ts';
import { readHeads } from '../../bff/src/audit/entries.ts';
import { verifyChains } from '../../bff/src/audit/verify-chains.ts';
import { runCommand } from '../program/run-command.ts';

const usage = `npm run audit:verify -- FILE [HEADS]

Says whether every audit chain of a BFF's database is whole; ends with 1 where one is not.

  HEADS   what an earlier run printed as "heads": it must be in the chains
`;

/** `npm run audit:verify`. */
await runCommand({
  ...{ usage, options: {}, words: [1, 2] },
  async run([file = '', heads = '']) {
    const { entries, chains, heads: newest } = await verify(file, heads);
    console.log(`${entries} entries in ${chains} chains, all whole\nheads ${newest}`);
  },
});

/** @throws Error in a sentence, where a chain is broken or there is nothing to be verified */
async function verify(path: string, heads: string) {
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
    const finding = await verifyChains(db, heads);
    if (!('broken' in finding)) return finding;
    const { chain, seq, why } = finding.broken;
    throw new Error(`Broken at entry ${seq} of chain ${chain}: ${why}`);
  } finally {
    await db.close();
  }
}
