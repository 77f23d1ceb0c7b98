import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { runCommand } from '../../program/run-command.ts';
import { publicSuites } from './public-suites.ts';
import { smByOpenssl } from './sm-by-openssl.ts';
import type { Tally } from './suite.ts';

const usage = `npm run suites -- [--from DIR] [--only WORD] [--openssl PROGRAM]...

Runs the test suites of others that are in DIR, each a checkout in a folder of its project's name, and says where those come from that are not.
Ends with 1 where a case went wrong, or nothing has such a name.
`;
const told = 10;
let failed = false;

function report(name: string, { cases, wrong }: Tally): void {
  failed ||= wrong.length > 0;
  console.log(`${wrong.length === 0 ? 'right' : 'WRONG'}  ${name}: ${cases - wrong.length} of ${cases}`);
  for (const line of wrong.slice(0, told)) console.log(`         ${line}`);
  if (wrong.length > told) console.log(`         and ${wrong.length - told} more`);
}

/** `npm run suites`. */
await runCommand({
  usage,
  options: {
    from: { type: 'string', default: 'suites' },
    only: { type: 'string', default: '' },
    openssl: { type: 'string', multiple: true, default: ['openssl'] },
  },
  async run(_, { from, only, openssl }) {
    const chosen = publicSuites.filter(({ name }) => name.includes(only));
    const byOpenssl = 'sm by openssl'.includes(only) ? openssl : [];
    if (chosen.length + byOpenssl.length === 0) throw new Error(`No suite has "${only}" in its name.`);
    for (const suite of chosen) {
      const folder = resolve(from, basename(suite.project));
      const missing = suite.paths.filter((path) => !existsSync(join(folder, path)));
      if (missing.length === 0) report(suite.name, await suite.run(folder));
      else
        console.log(
          `not here  ${suite.name}: ${missing.join(', ')} of the project ${suite.project} (${suite.licence}), checked out as ${folder}`,
        );
    }
    for (const program of byOpenssl) {
      const tally = smByOpenssl(program);
      if (tally === undefined) console.log(`not here  sm by ${program}: it makes no SM2 keys`);
      else report(`sm by ${program}`, tally);
    }
    process.exitCode = failed ? 1 : 0;
  },
});
