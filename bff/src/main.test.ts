import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
let started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bff-'));
});
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started = [];
  rmSync(folder, { recursive: true });
});

function environment(): Record<string, string> {
  const secret = () => randomBytes(32).toString('base64url');
  const file = (name: string, content: object) => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    LZ_MODE: 'sandbox',
    LZ_PORT: '0',
    LZ_PUBLIC_URL: 'http://127.0.0.1:8080',
    LZ_ISSUER: 'http://127.0.0.1:8080',
    LZ_DATABASE: join(folder, 'bff.db'),
    LZ_REGISTRY: file('registry.json', { relyingParties: [], counters: [] }),
    LZ_SIGNING_KEYS: file('keys.json', {
      resultKeys: [{ ...own.privateKey.export({ format: 'jwk' }), kid: 'sandbox-1' }],
      accessTokenSecret: secret(),
      holderPepper: secret(),
    }),
    LZ_AUTHORITY_URL: 'http://127.0.0.1:9',
    LZ_AUTHORITY_API_KEY: secret(),
    LZ_AUTHORITY_ROOT: JSON.stringify(own.publicKey.export({ format: 'jwk' })),
    LZ_BFF_ID: 'bff_test',
    LZ_WECHAT_URL: 'http://127.0.0.1:9',
    LZ_WECHAT_APPID: 'wx',
    LZ_WECHAT_SECRET: secret(),
    LZ_ALIPAY_URL: 'http://127.0.0.1:9',
    LZ_ALIPAY_APPID: '1',
    LZ_ALIPAY_PRIVATE_KEY: rsa.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    LZ_ALIPAY_PUBLIC_KEY: rsa.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    LZ_LOG_FILE: join(folder, 'bff.log'),
    LZ_READY_LINE: '1',
  };
}

function run(env: Record<string, string>) {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let errors = '';
  child.stderr.on('data', (text: Buffer) => {
    errors += text.toString();
  });
  return { child, exit: once(child, 'exit'), errors: () => errors };
}

async function ready(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new TypeError('no output');
  for await (const line of createInterface(child.stdout)) {
    const { ready, url } = JSON.parse(line);
    if (ready === true) return url;
  }
  throw new Error('the process ended before it was ready');
}

describe('the process', () => {
  it('says that it is ready, serves, and ends in good order with its audit chain closed', async () => {
    const { child, exit, errors } = run(environment());
    const url = await ready(child);
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'up' });
    const keys = await (await fetch(`${url}/.well-known/jwks.json`)).json();
    expect(keys).toMatchObject({ keys: [{ kid: 'sandbox-1', alg: 'ES256' }] });
    expect(JSON.stringify(keys)).not.toContain('"d"');
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('lz_relays_in_flight 0');
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(errors()).toBe('');
    expect(readFileSync(join(folder, 'bff.log'), 'utf8')).toContain('"route":"/health"');
    const database = readFileSync(join(folder, 'bff.db'), 'latin1');
    expect(database).toContain('process-started');
    expect(database).toContain('process-stopped');
  });

  it('does not start on nonsense, and says why', async () => {
    const { exit, errors } = run({ ...environment(), LZ_PORT: 'many', LZ_LOG_LEVEL: 'loud' });
    expect(await exit).toEqual([1, null]);
    expect(errors()).toContain('LZ_PORT: a whole number from 0 to 65535');
    expect(errors()).toContain('LZ_LOG_LEVEL');
  });

  it('does not start in production on a sandbox', async () => {
    const { exit, errors } = run({ ...environment(), LZ_MODE: 'production' });
    expect(await exit).toEqual([1, null]);
    expect(errors()).toContain('LZ_SIGNING_KEYS');
    expect(errors()).toContain('LZ_AUTHORITY_URL');
  });
});
