import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';
import { openKeyRing } from '../../scripts/authority/keys/key-ring.ts';
import { registerCounter } from '../../scripts/authority/registrar/register-counter.ts';
import { clientAssertionType } from '../../shared/contract/access/client-authentication.ts';
import { thumbprint } from '../../shared/jws/thumbprint.ts';

const publicUrl = 'http://127.0.0.1:8080';
const counter = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const started: ChildProcess[] = [];

/** Ends what a test has left running. */
export function killAll(): void {
  for (const child of started.splice(0)) child.kill('SIGKILL');
}

/** All that a BFF is told, for a sandbox with one counter whose files lie in the folder. */
export function environmentIn(folder: string): Record<string, string> {
  const secret = () => randomBytes(32).toString('base64url');
  const file = (name: string, content: object) => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { x = '', y = '' } = counter.publicKey.export({ format: 'jwk' });
  const key = { kty: 'EC', crv: 'P-256', x, y, kid: 'k' } as const;
  const keys = openKeyRing(folder, (length) => new Uint8Array(randomBytes(length)), Date.now());
  const registration = registerCounter(
    {
      ...{ keys, counters: { find: () => undefined, put() {} }, now: Date.now() },
      names: { holderOf: () => undefined, put() {}, all: () => [] },
    },
    {
      ...{ rpId: 'rp_hotel', rpName: 'Hotel', counterId: 'cnt_hotel-1', counterName: 'Desk 1' },
      ...{ place: '1 High Street', scenes: ['hotel'], counterKey: thumbprint(key) },
    },
  );
  return {
    LZ_MODE: 'sandbox',
    LZ_PORT: '0',
    LZ_PUBLIC_URL: publicUrl,
    LZ_ISSUER: publicUrl,
    LZ_DATABASE: join(folder, 'bff.db'),
    LZ_REGISTRY: file('registry.json', {
      relyingParties: [{ id: 'rp_hotel', scenes: ['hotel'] }],
      counters: [{ id: 'cnt_hotel-1', rpId: 'rp_hotel', key, registration }],
    }),
    LZ_SIGNING_KEYS: file('keys.json', {
      resultKeys: [{ ...own.privateKey.export({ format: 'jwk' }), kid: 'sandbox-1' }],
      accessTokenSecret: secret(),
      holderPepper: secret(),
    }),
    LZ_AUTHORITY_URL: 'http://127.0.0.1:9',
    LZ_AUTHORITY_API_KEY: secret(),
    LZ_AUTHORITY_ROOT: JSON.stringify(keys.root()),
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

/** Runs the real `main.ts`. `flags` are Node's. */
export function runBff(env: Record<string, string>, flags: readonly string[] = []) {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(process.execPath, [...flags, main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let errors = '';
  child.stderr.on('data', (text: Buffer) => {
    errors += text.toString();
  });
  const lines = createInterface(child.stdout);
  return {
    child,
    exit: once(child, 'exit'),
    errors: () => errors,
    /** Where it listens, once it says so. */
    async ready(): Promise<string> {
      for await (const line of lines) {
        const { ready, url } = JSON.parse(line);
        if (ready === true) return url;
      }
      throw new Error(`the process ended before it was ready: ${errors}`);
    },
  };
}

/** An assertion by which the counter asks for a token, made so many seconds ago. */
export function makeAssertion(secondsAgo = 0, { dated = true } = {}): Promise<string> {
  const iat = Math.floor(Date.now() / 1000) - secondsAgo;
  const said = { iss: 'cnt_hotel-1', sub: 'cnt_hotel-1', aud: publicUrl, jti: randomUUID() };
  return new SignJWT({ ...said, ...(dated && { iat }), exp: iat + 300 })
    .setProtectedHeader({ alg: 'ES256', kid: 'k' })
    .sign(counter.privateKey);
}

export const askToken = (url: string, assertion: string) =>
  fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: clientAssertionType,
      client_assertion: assertion,
    }),
  });

/** The counter, with a token. */
export async function openDesk(url: string) {
  const { access_token } = await (await askToken(url, await makeAssertion())).json();
  const ask = (method: string, path: string, body?: object) =>
    fetch(`${url}/counter/v1/sessions${path}`, {
      method,
      headers: {
        authorization: `Bearer ${access_token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'idempotency-key': randomUUID(),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { ask, open: () => ask('POST', '', { scene: 'hotel', purpose: 'check-in' }) };
}
