import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from '../../program/run-command.ts';
import { readCases } from './case-file.ts';
import { type Played, playCase } from './play-case.ts';
import { openFieldWorld } from './world.ts';

const usage = `npm run field -- [--cases DIR] [--only CASE]

Plays what failed in the field against a whole sandbox; README says what a case is. Ends with 1 where an outcome was not right, with 2 where
the cases cannot be read or played.
`;
const print = (line: string) => void process.stdout.write(`${line}\n`);

/** `npm run field`. */
await runCommand({
  ...{ usage, options: { cases: { type: 'string' }, only: { type: 'string' } }, fault: 2 },
  run: (_, { cases, only }) => play(resolve(cases ?? join(import.meta.dirname, 'cases')), only),
});

async function play(folder: string, only: string | undefined): Promise<void> {
  const results: Played[] = [];
  const cases = readCases(folder).filter(({ name }) => only === undefined || name === only);
  if (cases.length === 0) throw new Error(`${folder} holds no case ${only ?? ''}`);
  const data = await mkdtemp(join(tmpdir(), 'liangzheng-field-'));
  print(`Starting authority, platforms and BFF on loopback for ${cases.length} cases ...`);
  const world = await openFieldWorld(data);
  try {
    for (const fieldCase of cases) {
      print(`${fieldCase.name}: ${fieldCase.title}`);
      await playCase(world, fieldCase, (played) => {
        results.push(played);
        const { play, outcome, right } = played;
        print(
          `  ${right ? 'right' : 'WRONG'}  ${play.what}: ${outcome}${right ? '' : `, not ${play.right.join(' or ')}`}`,
        );
      });
    }
  } finally {
    await world.close();
    await rm(data, { recursive: true, force: true });
  }
  const wrong = results.filter(({ right }) => !right).length;
  print(`${results.length - wrong} of ${results.length} right, ${cases.length} cases.`);
  process.exitCode = wrong === 0 ? 0 : 1;
}
