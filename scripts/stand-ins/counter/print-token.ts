import { fileURLToPath } from 'node:url';
import { runCommand } from '../../program/run-command.ts';
import { readRunning } from '../../sandbox/read-running.ts';
import { fetchToken } from './fetch-token.ts';
import { readCounter } from './read-counter.ts';

const usage = `npm run -s token -- [COUNTER]

Prints an access token of a counter of the running sandbox: of cnt_sandbox-hotel-1 where none is named.
`;

/** `npm run token`. */
await runCommand({
  ...{ usage, options: {}, words: [0, 1] },
  async run([counterId = 'cnt_sandbox-hotel-1']) {
    const { sandbox, bffUrl } = await readRunning(fileURLToPath(new URL('../../../.data', import.meta.url)));
    const { token } = await fetchToken(readCounter(sandbox, counterId, bffUrl));
    process.stdout.write(`${token}\n`);
  },
});
