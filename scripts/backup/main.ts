import { Misused, runCommand } from '../program/run-command.ts';
import { backUp } from './back-up.ts';
import { checkCopy } from './check-copy.ts';
import { restore } from './restore.ts';

const usage = `usage:
  npm run backup -- FOLDER                    copies the database LZ_DATABASE, while the BFF runs, and checks the copy
  npm run backup -- check COPY                checks a copy
  npm run backup -- restore COPY DATABASE     makes a database of a copy, where there is none
  --database FILE   another database than LZ_DATABASE
  --heads HEADS     what an earlier run printed as "heads" and was kept elsewhere: it must be in the copy
`;

/** `npm run backup`. */
await runCommand({
  ...{ usage, options: { database: { type: 'string' }, heads: { type: 'string' } }, words: [1, 3] },
  async run([verb = '', copy, target], { database = process.env.LZ_DATABASE, heads: noted }) {
    if (verb === 'restore' && copy !== undefined && target !== undefined)
      return await restoreTo(copy, target, noted);
    if (verb === 'check' && copy !== undefined && target === undefined) {
      const { entries, heads } = await checkCopy(copy, noted);
      return console.log(`${entries} audit entries, all chains whole\nheads ${heads}`);
    }
    if (verb === 'restore' || verb === 'check' || copy !== undefined)
      throw new Misused('It is one of FOLDER, check COPY, restore COPY DATABASE.');
    if (database === undefined)
      throw new Misused('Which database? Set LZ_DATABASE as its BFF has it, or name it by --database FILE.');
    const { file, entries, heads } = await backUp(database, verb, Date.now());
    console.log(`copied to ${file}: ${entries} audit entries, all chains whole`);
    console.log(`heads ${heads}`);
    console.log(
      'Keep the line "heads" elsewhere than the copy: handed back, it shows where somebody cut a chain.',
    );
  },
});

async function restoreTo(copy: string, target: string, noted: string | undefined): Promise<void> {
  const { entries, heads, newest } = await restore(copy, target, {
    ...{ now: Date.now(), ...(noted !== undefined && { noted }) },
  });
  const since = new Date(newest).toISOString();
  console.log(`restored ${target}: ${entries} audit entries, the newest of ${since}`);
  console.log(`heads ${heads}`);
  console.log(`
Before you start the BFF on it:
  1. npm run keys -- rotate access-token FOLDER   ends every token that was given out since the copy
  2. Have it in writing what was revoked since ${since}: counters, keys, relying parties, operators.
     Revoke it again as soon as the BFF runs, and before callers reach it.
Operators sign in anew. For half a minute counters and phones are refused what they made before, and make it anew.`);
}
