import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '../sandbox/start-processes.ts';
import { reasonOf } from './case-result.ts';
import { readOptions, usage } from './read-options.ts';
import { jsonReporter, textReporter } from './reporter.ts';
import { runDemo } from './run-demo.ts';

const ownPeople = fileURLToPath(new URL('../people', import.meta.url));
const print = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), ownPeople);
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

try {
  process.exitCode = await main();
} catch (problem) {
  process.stderr.write(`${reasonOf(problem)}\n${usage}\n`);
  process.exitCode = 2;
}
