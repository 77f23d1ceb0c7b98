import { parseArgs } from 'node:util';
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

/** `npm run backup`: ends with 0 where it was done, with 1 and a sentence where not. */
try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { database: { type: 'string' }, heads: { type: 'string' }, help: { type: 'boolean' } },
  });
  const [verb, copy, target] = positionals;
  const database = values.database ?? process.env.LZ_DATABASE;
  if (verb === 'restore' && copy !== undefined && target !== undefined) {
    const noted = values.heads === undefined ? {} : { noted: values.heads };
    const { entries, heads, newest } = await restore(copy, target, { now: Date.now(), ...noted });
    const since = new Date(newest).toISOString();
    console.log(`restored ${target}: ${entries} audit entries, the newest of ${since}`);
    console.log(`heads ${heads}`);
    console.log(`
Before you start the BFF on it:
  1. npm run keys -- rotate access-token FOLDER   ends every token that was given out since the copy
  2. Have it in writing what was revoked since ${since}: counters, keys, relying parties, operators.
     Revoke it again as soon as the BFF runs, and before callers reach it.
Operators sign in anew. For half a minute counters and phones are refused what they made before, and make it anew.`);
  } else if (verb === 'check' && copy !== undefined) {
    const { entries, heads } = await checkCopy(copy, values.heads);
    console.log(`${entries} audit entries, all chains whole\nheads ${heads}`);
  } else if (verb !== undefined && copy === undefined && database !== undefined) {
    const { file, entries, heads } = await backUp(database, verb, Date.now());
    console.log(`copied to ${file}: ${entries} audit entries, all chains whole`);
    console.log(`heads ${heads}`);
    console.log(
      'Keep the line "heads" elsewhere than the copy: handed back, it shows where somebody cut a chain.',
    );
  } else {
    process.stderr.write(usage);
    process.exitCode = values.help ? 0 : 1;
  }
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : 'That did not work.'}\n`);
  process.exitCode = 1;
}
