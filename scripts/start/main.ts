import { createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPages } from '../build/build-pages.ts';
import { settingsForSandbox } from '../build/build-settings.ts';
import { buildTarget } from '../build/build-target.ts';
import { runCommand } from '../program/run-command.ts';
import { isFreePort } from '../sandbox/free-ports.ts';
import { makeSandbox } from '../sandbox/make-sandbox.ts';
import { readRunning } from '../sandbox/read-running.ts';
import { startSandbox } from '../sandbox/start-processes.ts';
import { howToTry } from './how-to-try.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const data = folder('../../.data');
const people = folder('../people');
const running = join(data, 'running.json');
const port = Number(process.env.PORT ?? 8080);
const usage = `[PORT=8080] npm start

Sets up and runs a sandbox on this machine until it is interrupted, and says what to open and try. It keeps what is its own in .data.
LZ_WEBHOOK_HASTE=1000 shortens the pauses between two tries of a webhook; LZ_FACE_VERIFIER=platform has the platforms take faces.
`;

/** Starts authority, login platforms and BFF on loopback, says where they are, and runs until it is interrupted. */
async function main(): Promise<void> {
  const began = performance.now();
  await demandNoOther();
  await demandFreePort();
  mkdirSync(join(data, 'log'), { recursive: true });
  const logs = {
    authority: createWriteStream(join(data, 'log', 'authority.log'), { flags: 'a' }),
    platform: createWriteStream(join(data, 'log', 'platform.log'), { flags: 'a' }),
    bff: createWriteStream(join(data, 'log', 'bff.log'), { flags: 'a' }),
  };
  process.stdout.write(
    'Building the pages and the H5 app for this sandbox, where something changed (half a minute) ...\n',
  );
  buildPages(folder('../..'));
  buildTarget(folder('../..'), 'h5', settingsForSandbox(makeSandbox(data)));
  process.stdout.write('Starting the sandbox authority, the sandbox login platforms and the BFF ...\n');
  const sandbox = await startSandbox({
    data,
    people,
    cardReader: true,
    port,
    faceVerifier: process.env.LZ_FACE_VERIFIER === 'platform' ? 'platform' : 'off',
    bffEnv: {
      LZ_H5: folder('../../miniprogram/dist/h5'),
      LZ_WEBHOOK_HASTE: process.env.LZ_WEBHOOK_HASTE ?? '1',
    },
    log: (who, line) => void (who === 'reader' || logs[who].write(`${line}\n`)),
  });
  const { bffUrl, platformUrl, authorityUrl, readerUrl = '' } = sandbox;
  writeFileSync(running, JSON.stringify({ bffUrl, platformUrl, authorityUrl }), { mode: 0o600 });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(howToTry({ bffUrl, platformUrl, readerUrl }, seconds));

  const stop = async () => {
    process.stdout.write('\nStopping ...\n');
    rmSync(running, { force: true });
    await sandbox.stop();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}

/** @throws Error that says what to do, when this folder's sandbox runs already: two of them would share one database. */
async function demandNoOther(): Promise<void> {
  const bffUrl = await readRunning(data).then(
    (other) => other.bffUrl,
    () => undefined,
  );
  if (bffUrl === undefined) return;
  const alive = await fetch(`${bffUrl}/health/live`).catch(() => undefined);
  if (alive?.ok)
    throw new Error(
      `It runs already, at ${bffUrl}. Stop that one first, or start another one in another clone.`,
    );
}

/** @throws Error that says what to do, when the port is not a free one of this machine */
async function demandFreePort(): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error('PORT must be a number from 1 to 65535.');
  if (await isFreePort('127.0.0.1', port)) return;
  throw new Error(
    `Port ${port} is taken, perhaps by another clone's \`npm start\`. Stop that one, or choose another port: PORT=${port + 1} npm start`,
  );
}

/** `npm start`. */
await runCommand({ usage, options: {}, run: main });
