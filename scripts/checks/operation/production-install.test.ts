import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** What is committed, installed as the container file and the unit have it: nothing of this folder's node_modules is found from there. */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'lz-production-'));
const app = join(scratch, 'app');
const node = join(app, 'node_modules/node/bin/node');
let child: ChildProcess | undefined;

beforeAll(() => {
  mkdirSync(app);
  const archive = execFileSync('git', ['archive', 'HEAD'], { cwd: root, maxBuffer: 2 ** 30 });
  execFileSync('tar', ['-x'], { cwd: app, input: archive });
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  // What is here already is asked for nowhere.
  execFileSync('npm', ['ci', '--omit=dev', '--prefer-offline', ...quiet], { cwd: app });
}, 600_000);
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(scratch, { recursive: true });
});

// What is compiled of a folder that goes again is of no use to another run.
const { NODE_COMPILE_CACHE: _, ...env } = process.env;
const run = (...words: string[]) => spawnSync(node, words, { cwd: app, encoding: 'utf8', env });

/** The sample of settings, with keys that were made by the command and answers of others made up. */
function environment(changes: Record<string, string> = {}): Record<string, string> {
  const keys = join(scratch, 'keys');
  const files = readdirSync(keys);
  const named = (end: string) => join(keys, files.find((name) => name.endsWith(end)) ?? '');
  const [{ kty, crv, x, y }] = JSON.parse(readFileSync(named('signing.json'), 'utf8')).resultKeys;
  const sample = parseEnv(readFileSync(join(app, 'scripts/deploy/bff.env.sample'), 'utf8'));
  return {
    ...Object.fromEntries(Object.entries(sample).flatMap(([name, value]) => (value ? [[name, value]] : []))),
    LZ_PORT: '0',
    LZ_READY_LINE: '1',
    LZ_DATABASE: join(scratch, 'bff.db'),
    LZ_LOG_FILE: join(scratch, 'bff.log'),
    LZ_SIGNING_KEYS: named('signing.json'),
    LZ_METRICS_TOKEN: readFileSync(named('metrics-token'), 'utf8').trim(),
    LZ_ALIPAY_PRIVATE_KEY: named('private.pem'),
    LZ_ALIPAY_PUBLIC_KEY: named('public.pem'),
    LZ_AUTHORITY_ROOT: JSON.stringify({ kty, crv, x, y }),
    LZ_AUTHORITY_API_KEY: 'k'.repeat(32),
    LZ_WECHAT_SECRET: 's'.repeat(32),
    LZ_H5: join(app, 'shared'),
    ...changes,
  };
}

it('makes its keys, has the commands of who runs it, starts in production, says what it cannot reach, is copied, and ends in good order', async () => {
  expect(run('scripts/keys/main.ts', 'init', join(scratch, 'keys')).status).toBe(0);
  expect(() => readFileSync(join(app, 'node_modules/vitest/package.json'))).toThrow();
  for (const command of ['backup', 'audit', 'operator', 'rp'])
    expect(run(`scripts/${command}/main.ts`, '--help'), command).toMatchObject({ status: 0, stderr: '' });
  child = spawn(node, ['bff/src/main.ts'], { cwd: app, env: environment({ LZ_H5: '' }) });
  if (child.stdout === null || child.stderr === null) throw new Error('no output');
  let errors = '';
  child.stderr.on('data', (text: Buffer) => {
    errors += text.toString();
  });
  const [line] = await once(createInterface(child.stdout), 'line').catch(() => [errors]);
  const { url } = JSON.parse(line);
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  const ready = await fetch(`${url}/health/ready`);
  expect([ready.status, await ready.json()]).toMatchObject([
    503,
    { checks: { database: 'up', storage: 'up', authority: 'down' } },
  ]);
  expect((await fetch(`${url}/metrics`)).status).toBe(401);
  expect(await (await fetch(`${url}/about`)).json()).toMatchObject({ sandbox: false });
  expect(JSON.stringify(await (await fetch(`${url}/openapi.json`)).json())).toContain('3.1.0');
  const copied = run(
    'scripts/backup/main.ts',
    '--database',
    join(scratch, 'bff.db'),
    join(scratch, 'copies'),
  );
  expect([copied.status, copied.stderr]).toEqual([0, '']);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(errors).toBe('');
});

it('refuses the root, the keys and the addresses of a sandbox, each by its name', () => {
  const keyFile = join(scratch, 'sandbox-keys.json');
  const keys = JSON.parse(readFileSync(environment().LZ_SIGNING_KEYS ?? '', 'utf8'));
  writeFileSync(
    keyFile,
    JSON.stringify({ ...keys, resultKeys: [{ ...keys.resultKeys[0], kid: 'sandbox-result-1' }] }),
  );
  const made = run(
    'scripts/keys/main.ts',
    'root',
    join(scratch, 'root'),
    '--rehearsal',
    '--witness',
    'A',
    '--witness',
    'B',
  );
  expect(made.status).toBe(0);
  const started = spawnSync(node, ['bff/src/main.ts'], {
    ...{ cwd: app, encoding: 'utf8' },
    env: environment({
      LZ_SIGNING_KEYS: keyFile,
      LZ_AUTHORITY_ROOT: join(scratch, 'root/root.jwk.json'),
      LZ_AUTHORITY_URL: 'http://127.0.0.1:9',
      LZ_SMS_URL: 'http://127.0.0.1:9',
      LZ_QUOTA_FACTOR: '2',
    }),
  });
  expect(started.status).toBe(1);
  for (const name of [
    'LZ_SIGNING_KEYS',
    'LZ_AUTHORITY_ROOT',
    'LZ_AUTHORITY_URL',
    'LZ_SMS_URL',
    'LZ_QUOTA_FACTOR',
  ])
    expect(started.stderr).toMatch(new RegExp(`^ *${name}: `, 'm'));
});
