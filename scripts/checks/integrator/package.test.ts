import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const sdk = join(root, 'scripts', 'sdk');
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const folder = mkdtempSync(join(tmpdir(), 'lz-sdk-package-'));
const own = join(folder, 'node_modules', '@liangzheng', 'relying-party');

/** A check from its opening to its end, by a service that is played, where nothing is that Node 20.3 does not have. */
const wholeCheck = `
  // Node itself goes on using what is newer, as jose does where it finds it; the package finds nothing.
  for (const [where, names] of [
    [Promise, ['withResolvers', 'try']], [Array, ['fromAsync']], [Object, ['groupBy']], [Map, ['groupBy']], [URL, ['parse', 'canParse']],
    [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf']], [Uint8Array, ['fromBase64']],
    [Uint8Array.prototype, ['toBase64', 'toHex']],
  ]) for (const name of names) {
    const own = where[name];
    where[name] = function (...args) {
      if (/relying-party/.test(new Error().stack.split('\\n')[2])) throw new TypeError(name + ' is not there');
      return own.apply(this, args);
    };
  }
  const { connect } = await import('@liangzheng/relying-party');
  const { publicKey, privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const issuer = 'https://id.example';
  const view = { sessionId: 'ses_a', state: 'open', version: 1, scene: 'hotel', level: 'basic', openedAt: Date.now() };
  const session = { ...view, rpId: 'rp_a', counterId: 'cnt_a', purpose: 'check-in', codeBaseUrl: issuer, token: 'token', secret: 'c2VjcmV0', serverTime: Date.now() };
  const said = {
    '/.well-known/oauth-authorization-server': { issuer, token_endpoint: issuer + '/oauth/token', jwks_uri: issuer + '/jwks' },
    '/oauth/token': { access_token: 'a.b.c', expires_in: 600 },
    '/counter/v1/sessions': session,
    '/counter/v1/sessions/ses_a': view,
  };
  const event = 'id: 1\\nevent: session\\ndata: ' + JSON.stringify({ ...view, state: 'declined', version: 2 }) + '\\n\\n';
  const fetch = async (url) => {
    const { pathname } = new URL(url);
    return new Response(pathname === '/counter/v1/events' ? event : JSON.stringify(said[pathname]), { headers: { date: new Date().toUTCString() } });
  };
  const given = { issuer, rpId: 'rp_a', counterId: 'cnt_a', fetch };
  // As WebCrypto exports it, with key_ops and ext.
  const counter = await connect({ ...given, key: await crypto.subtle.exportKey('jwk', privateKey) });
  const check = await counter.open({ scene: 'hotel', purpose: 'check-in' });
  const enough = new AbortController();
  const codes = new Set();
  for await (const code of check.codes(enough.signal)) if (codes.add(code).size === 2) enough.abort();
  console.log('two codes');
  console.log((await counter.awaitEnd(check.id)).state);
  const fault = await connect({ ...given, key: await crypto.subtle.exportKey('jwk', publicKey) }).catch((reason) => reason);
  console.log(fault.message.split(': ')[1]);
`;

/** The package as it would be published, in a project that has nothing else but `jose`. */
beforeAll(async () => {
  mkdirSync(own, { recursive: true });
  await execa(process.execPath, [tsc, '-p', sdk, '--outDir', join(own, 'dist')]);
  cpSync(join(sdk, 'package.json'), join(own, 'package.json'));
  symlinkSync(join(root, 'node_modules', 'jose'), join(folder, 'node_modules', 'jose'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the SDK as a package', () => {
  it('is used by its name, on the platform and jose alone', async () => {
    const program = `
      import { connect } from '@liangzheng/relying-party';
      import { Refused, Unreachable } from '@liangzheng/relying-party/refused';
      import { verifyWebhook } from '@liangzheng/relying-party/webhook';
      const nobody = await connect({ issuer: 'http://127.0.0.1:9', rpId: 'rp_a', counterId: 'cnt_a', key: {} }).catch((fault) => fault);
      const unsigned = await verifyWebhook([], '{}', {}).catch((fault) => fault);
      console.log(nobody instanceof Unreachable, nobody instanceof Refused, unsigned.doubt);`;
    writeFileSync(join(folder, 'program.mjs'), program);
    const { stdout } = await execa(process.execPath, [join(folder, 'program.mjs')], { cwd: folder });
    expect(stdout).toBe('true false unreadable');
  });

  it('plays a whole check on a platform as old as it says that it may be', async () => {
    const { engines } = JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8'));
    expect(engines).toEqual({ node: '>=20.3' });
    writeFileSync(join(folder, 'old.mjs'), wholeCheck);
    const { stdout } = await execa(process.execPath, [join(folder, 'old.mjs')], { cwd: folder });
    expect(stdout.split('\n')).toEqual(['two codes', 'declined', 'this one has no private half (d)']);
  });

  it('has types by which the example of its README is right', async () => {
    const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(sdk, 'README.md'), 'utf8')) ?? [];
    expect(example.split('\n').length).toBeLessThanOrEqual(20);
    mkdirSync(join(folder, 'node_modules', '@types'));
    for (const name of ['@types/node', 'undici-types'])
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    writeFileSync(join(folder, 'example.ts'), example);
    const options = ['--noEmit', '--strict', '--target', 'es2024', '--module', 'nodenext', '--types', 'node'];
    const { stdout, exitCode } = await execa(process.execPath, [tsc, ...options, 'example.ts'], {
      ...{ cwd: folder, reject: false },
    });
    expect(stdout).toBe('');
    expect(exitCode).toBe(0);
  });
});
