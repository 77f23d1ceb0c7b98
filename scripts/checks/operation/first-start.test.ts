import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { environmentOfUnit, filledIn, saidByUnit } from './unit.fixture.ts';

/** "First start" of scripts/deploy, as systemd would play its unit: nothing here is process 1. */
const program = new URL('../../../', import.meta.url).pathname;
const machine = mkdtempSync(join(tmpdir(), 'lz-first-start-'));
const etc = join(machine, 'etc');
const keys = join(etc, 'keys');
const state = join(machine, 'state');
const credentials = join(machine, 'credentials');
const here = (text: string) =>
  text.replaceAll('/etc/liangzheng', etc).replaceAll('/var/lib/liangzheng', state);

/** Whom DynamicUser makes up; without root the service is whoever runs this. */
const nobody = 65_534;
const asNobody = { uid: nobody, gid: nobody };
const dynamic =
  process.getuid?.() === 0 &&
  spawnSync(process.execPath, ['-e', 'fs.readFileSync("package.json")'], { cwd: program, ...asNobody })
    .status === 0;
if (!dynamic)
  console.log('the service is tried as who runs this: not root, or this folder is not everybody’s to read');
const give = (path: string) => {
  if (dynamic) chownSync(path, nobody, nobody);
};

let child: ChildProcess | undefined;
afterEach(async () => {
  if (child === undefined || child.exitCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
});
afterAll(() => rmSync(machine, { recursive: true }));

const command = (file: string, words: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, [join(program, file), ...words], { encoding: 'utf8', env, cwd: program });

/** The keys as README has them made, and the answers of Alipay and the authority beside them. */
beforeAll(() => {
  mkdirSync(etc, { mode: 0o700 });
  expect(command('scripts/keys/main.ts', ['init', keys])).toMatchObject({ status: 0 });
  copyFileSync(join(keys, 'alipay-app.public.pem'), join(keys, 'alipay-platform.public.pem'));
  const [{ kty, crv, x, y }] = JSON.parse(readFileSync(join(keys, 'bff-signing.json'), 'utf8')).resultKeys;
  writeFileSync(join(keys, 'authority-root.jwk.json'), JSON.stringify({ kty, crv, x, y }), { mode: 0o600 });
  mkdirSync(state, { mode: 0o700 });
  give(state);
  // LoadCredential of a folder: a copy of each file for the service alone, named after both.
  const [loaded = ''] = saidByUnit('LoadCredential');
  const [id, folder] = loaded.split(':');
  expect(here(folder ?? '')).toBe(keys);
  mkdirSync(credentials);
  for (const name of readdirSync(keys)) {
    const copy = join(credentials, `${id}_${name}`);
    copyFileSync(join(keys, name), copy);
    chmodSync(copy, 0o400);
    give(copy);
  }
  chmodSync(credentials, 0o500);
  give(credentials);
  chmodSync(machine, 0o711);
});

/** bff.env, the port and the app's folder apart, which are this test's. */
function settings(): string {
  const token = readFileSync(join(keys, 'metrics-token'), 'utf8').trim();
  return here(filledIn(token))
    .replace(/^LZ_PORT=.*$/m, 'LZ_PORT=0')
    .replace(/^LZ_H5=.*$/m, '#LZ_H5=')
    .replace(/^#LZ_READY_LINE=.*$/m, 'LZ_READY_LINE=1');
}

/** Starts what the unit starts. */
function start(file: string) {
  const [, ...words] = saidByUnit('ExecStart')[0]?.split(' ') ?? [];
  const env = Object.fromEntries(
    Object.entries(environmentOfUnit(file, credentials)).map(([name, value]) => [name, here(value)]),
  );
  const started = spawn(process.execPath, words, { cwd: program, env, ...(dynamic ? asNobody : {}) });
  child = started;
  let errors = '';
  started.stderr.on('data', (text: Buffer) => {
    errors += text.toString();
  });
  const exit = once(started, 'exit');
  const ready = async (): Promise<string> => {
    for await (const line of createInterface(started.stdout)) {
      const { url } = JSON.parse(line);
      if (typeof url === 'string') return url;
    }
    throw new Error(errors);
  };
  return { started, exit, ready, errors: () => errors };
}

it('the unit starts the BFF by the sample of settings, under a user to whom the folder of keys is closed, and the first operator is invited', async () => {
  const { started, exit, ready, errors } = start(settings());
  const url = await ready();
  expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({
    checks: { database: 'up', storage: 'up', authority: 'down' },
  });
  // By its name the token of a sandbox that runs in this folder is another BFF's.
  const invited = command(
    'scripts/operator/main.ts',
    ['invite', 'Wang Fang', '--bff', 'https://id.example.cn'],
    {
      LZ_DATABASE: join(state, 'bff.db'),
      LZ_PUBLIC_URL: 'https://id.example.cn',
    },
  );
  expect([invited.status, invited.stderr]).toEqual([0, '']);
  expect(invited.stdout).toContain('https://id.example.cn/console#enrol=');
  started.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
  expect(errors()).toBe('');
  if (dynamic)
    for (const name of readdirSync(state))
      expect([name, statSync(join(state, name)).uid]).toEqual([name, nobody]);
});

it.skipIf(!dynamic)('settings that name the folder of keys itself would keep it from starting', async () => {
  const { exit, errors } = start(`${settings()}\nLZ_SIGNING_KEYS=${join(keys, 'bff-signing.json')}\n`);
  expect(await exit).toEqual([1, null]);
  expect(errors()).toMatch(/^ *LZ_SIGNING_KEYS: /m);
});
