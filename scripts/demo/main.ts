import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../program/run-command.ts';
import { startSandbox } from '../sandbox/start-processes.ts';
import { reasonOf } from './case-result.ts';
import { jsonReporter, textReporter } from './reporter.ts';
import { type DemoOptions, runDemo, scenes } from './run-demo.ts';

const ownPeople = fileURLToPath(new URL('../people', import.meta.url));
const print = (line: string) => void process.stdout.write(`${line}\n`);

async function play(options: DemoOptions): Promise<number> {
  const reporter = options.json ? jsonReporter(print) : textReporter(print);
  const data = await mkdtemp(join(tmpdir(), 'liangzheng-demo-'));
  const began = performance.now();
  try {
    reporter.note('Starting authority, platforms and BFF on loopback ...');
    const log = (who: string, line: string) => {
      if (options.verbose) process.stderr.write(`${who}: ${line}\n`);
    };
    const sandbox = await startSandbox({ data, people: options.people, log });
    try {
      reporter.note(`Ready after ${Math.round(performance.now() - began)} ms: ${sandbox.bffUrl}`);
      const { failed } = await runDemo(sandbox, { ...options, spare: ownPeople }, reporter);
      return failed === 0 ? 0 : 1;
    } finally {
      await sandbox.stop();
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** `npm run demo`: ends with 1 where something went otherwise than it must, with 2 where it could not be played. */
await runCommand({
  usage: `npm run demo -- [--people DIR] [--json] [--person ID] [--only CASE] [--verbose]

Fourteen synthetic citizens apply and are verified; impostors, prints, screens and replays are not.

  --only CASE   ${scenes.join(', ')}, or one check of each citizen by its name, such as genuine-hotel
  --person ID   only this citizen, such as p01
`,
  options: {
    people: { type: 'string', default: ownPeople },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    person: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
  fault: 2,
  async run(_, { people, json, only, person, verbose }) {
    const chosen = { ...(only !== undefined && { only }), ...(person !== undefined && { person }) };
    const options = { people: resolve(people), json, verbose, ...chosen };
    process.exitCode = await play(options).catch((problem: unknown) => {
      throw new Error(reasonOf(problem), { cause: problem });
    });
  },
});
