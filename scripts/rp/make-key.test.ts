import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { Refused } from '../program/ask-operator.ts';
import { readPrivateKey } from '../stand-ins/counter/read-jwk.ts';
import { readPublicKey, registerKey } from './make-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'lz-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: object | string): string {
  const file = join(folder, 'given.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
const pair = (namedCurve: string) =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve }, true, ['sign', 'verify']);
const own = await pair('P-256');
const secret = await crypto.subtle.exportKey('jwk', own.privateKey);
const open = await crypto.subtle.exportKey('jwk', own.publicKey);

describe('a key that somebody else made', () => {
  it('is taken as WebCrypto exports it, with key_ops and ext, and named by its thumbprint', async () => {
    expect(secret).toMatchObject({ key_ops: ['sign'], ext: true });
    const file = fileOf(secret);
    const kid = await calculateJwkThumbprint(open);
    expect(readPublicKey(file)).toEqual({
      key: { kty: 'EC', crv: 'P-256', x: secret.x, y: secret.y, kid },
      file,
    });
    expect(readPrivateKey(file)).toEqual({ kty: 'EC', crv: 'P-256', x: secret.x, y: secret.y, d: secret.d });
    expect(readPublicKey(fileOf(open))).toMatchObject({ key: { kid }, file: undefined });
  });

  it('is taken as jose exports it, under the name that it has', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const file = fileOf({
      ...(await exportJWK(privateKey)),
      alg: 'ES256',
      use: 'sig',
      kid: 'desk-1',
      x5c: [],
    });
    expect(readPublicKey(file)).toMatchObject({ key: { kid: 'desk-1' } });
    expect(readPrivateKey(file)).toMatchObject({ kid: 'desk-1' });
  });

  it('is refused in a sentence that shows nothing of it, where it is none for a counter', async () => {
    const other = await crypto.subtle.exportKey('jwk', (await pair('P-256')).privateKey);
    const wrongCurve = await crypto.subtle.exportKey('jwk', (await pair('P-384')).privateKey);
    const wrong: [object | string, RegExp][] = [
      [wrongCurve, /another kind \(EC P-384\)/],
      [{ kty: 'oct', k: 'c2VjcmV0' }, /another kind \(oct\)/],
      [{ ...secret, y: secret.x }, /no point of the curve/],
      [{ ...secret, d: other.d }, /does not belong to its x and y/],
      [{ ...secret, d: 1 }, /does not belong to its x and y/],
      [{ keys: [secret] }, /set of keys/],
      [{}, /no JWK/],
      [`${JSON.stringify(secret)},`, /not a JSON object/],
      ['-----BEGIN PRIVATE KEY-----\n', /is PEM, and a JWK is wanted: node -p/],
    ];
    for (const [content, sentence] of wrong) {
      const file = fileOf(content);
      for (const read of [readPublicKey, readPrivateKey]) {
        expect(() => read(file)).toThrow(sentence);
        expect(() => read(file)).not.toThrow(new RegExp(String(secret.d).slice(0, 6)));
      }
    }
    expect(() => readPrivateKey(fileOf(open))).toThrow(/public half alone/);
    expect(() => readPublicKey(fileOf({ ...secret, kid: 'a b' }))).toThrow(/cannot be registered/);
  });
});

describe('a key that is made here', () => {
  const at = { folder: join(folder, 'made'), name: 'cnt_a' };

  it('lies in a file for its owner alone, once it counts', async () => {
    const made = await registerKey(undefined, at, async () => undefined);
    expect(JSON.parse(readFileSync(made.file ?? '', 'utf8'))).toMatchObject({
      ...made.key,
      d: expect.any(String),
    });
    rmSync(at.folder, { recursive: true });
  });

  it('leaves no file where it was refused, and its file where nobody knows', async () => {
    const refused = registerKey(undefined, at, () =>
      Promise.reject(new Refused('version-stale', 'Another came first.')),
    );
    await expect(refused).rejects.toThrow('Another came first.');
    expect(readdirSync(at.folder)).toEqual([]);
    const lost = registerKey(undefined, at, () => Promise.reject(new TypeError('fetch failed')));
    await expect(lost).rejects.toThrow('fetch failed');
    expect(readdirSync(at.folder)).toHaveLength(1);
  });

  it('stays where it was given, though it was refused', async () => {
    const file = fileOf(secret);
    await expect(
      registerKey(file, at, () => Promise.reject(new Refused('key-taken', 'taken'))),
    ).rejects.toThrow('taken');
    expect(readPrivateKey(file)).toMatchObject({ d: secret.d });
  });
});
