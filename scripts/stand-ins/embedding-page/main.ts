import { fileURLToPath } from 'node:url';
import { readOperatorToken } from '../../program/operator-token.ts';
import { portIn, runCommand } from '../../program/run-command.ts';
import { readRunning } from '../../sandbox/read-running.ts';
import { readCounter } from '../counter/read-counter.ts';
import { startEmbeddingPage } from './embedding-page.ts';
import { registerOrigin } from './register-origin.ts';

const data = fileURLToPath(new URL('../../../.data', import.meta.url));
const usage = `npm run embedding-page -- [COUNTER] [--port 9100]

Serves a page of the demo hotel's own with the counter in it, until it is ended: of cnt_sandbox-hotel-2 where none is named. Beside npm start.
`;

/** `npm run embedding-page`. */
await runCommand({
  ...{ usage, options: { port: { type: 'string', default: '9100' } }, words: [0, 1] },
  async run([counterId = 'cnt_sandbox-hotel-2'], values) {
    const port = portIn(values.port);
    const { sandbox, bffUrl } = await readRunning(data);
    const operator = readOperatorToken(data, { bffUrl });
    if (operator === undefined)
      throw new Error('No operator is known here: start the sandbox by `npm start` first.');
    const page = await startEmbeddingPage(readCounter(sandbox, counterId, bffUrl), port);
    await registerOrigin({ bffUrl, operatorToken: operator.token }, counterId, page.origin);
    process.stdout.write(`${page.origin}/ is a page of the hotel's own, with ${counterId} in it.\n`);
  },
});
