import { fileURLToPath } from 'node:url';
import { readOperatorToken } from '../../program/operator-token.ts';
import { readRunning } from '../../sandbox/read-running.ts';
import { readCounter } from '../counter/read-counter.ts';
import { startEmbeddingPage } from './embedding-page.ts';
import { registerOrigin } from './register-origin.ts';

const data = fileURLToPath(new URL('../../../.data', import.meta.url));

/** Serves a page of the demo hotel's with the counter in it, until it is ended: of the counter that is named, or its second desk. */
async function main(counterId: string): Promise<void> {
  const { sandbox, bffUrl } = await readRunning(data);
  const operator = readOperatorToken(data, { bffUrl });
  if (operator === undefined)
    throw new Error('No operator is known here: start the sandbox by `npm start` first.');
  const page = await startEmbeddingPage(readCounter(sandbox, counterId, bffUrl), 9100);
  await registerOrigin({ bffUrl, operatorToken: operator.token }, counterId, page.origin);
  process.stdout.write(`${page.origin}/ is a page of the hotel's own, with ${counterId} in it.\n`);
}

try {
  await main(process.argv[2] ?? 'cnt_sandbox-hotel-2');
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : problem}\n`);
  process.exitCode = 1;
}
