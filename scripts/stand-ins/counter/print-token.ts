import { fileURLToPath } from 'node:url';
import { readRunning } from '../../sandbox/read-running.ts';
import { fetchToken } from './fetch-token.ts';
import { readCounter } from './read-counter.ts';

/** Prints an access token of a counter of the running sandbox: the one that is named, or the first of the hotel. */
async function main(counterId: string): Promise<void> {
  const { sandbox, bffUrl } = await readRunning(fileURLToPath(new URL('../../../.data', import.meta.url)));
  const { token } = await fetchToken(readCounter(sandbox, counterId, bffUrl));
  process.stdout.write(`${token}\n`);
}

try {
  await main(process.argv[2] ?? 'cnt_sandbox-hotel-1');
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : problem}\n`);
  process.exitCode = 1;
}
