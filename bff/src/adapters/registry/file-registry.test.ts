import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeSigningKey } from '../../../../scripts/stand-ins/authority/signing-key.ts';
import { asId } from '../../../../shared/ids.ts';
import { readRegistry } from './file-registry.ts';

const folder = mkdtempSync(join(tmpdir(), 'lz-registry-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The other texts that a lenient reader takes for the same 32 bytes: the last letter carries two bits that mean nothing. */
function respelled(text: string): string[] {
  const bytes = Buffer.from(text, 'base64url');
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return [...letters]
    .map((letter) => text.slice(0, -1) + letter)
    .filter((other) => other !== text && Buffer.from(other, 'base64url').equals(bytes));
}

const key = (kid: string) => ({ ...makeSigningKey().jwk, kid });
const inn = { id: 'rp_inn', name: 'Harbour Inn', scenes: ['hotel'], encryptionKey: key('enc') };
const desk = { id: 'cnt_desk-1', rpId: 'rp_inn', name: 'Desk 1', key: key('k1') };

/** The y of the point across the axis. */
function negative(y: string): string {
  const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
  const value = p - BigInt(`0x${Buffer.from(y, 'base64url').toString('hex')}`);
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex').toString('base64url');
}

function read(content: object | string) {
  const file = join(folder, 'registry.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readRegistry(file);
}

describe('the registry file', () => {
  it('gives relying parties and counters by their ids', async () => {
    const registry = read({ relyingParties: [inn], counters: [desk] });
    expect(await registry.rp(asId('rp', 'rp_inn'))).toEqual(inn);
    expect(await registry.counter('cnt_desk-1')).toEqual(desk);
    expect(await registry.counter('cnt_desk-2')).toBeUndefined();
    expect(await registry.counter('__proto__')).toBeUndefined();
  });

  it('may be empty', async () => {
    expect(await read({ relyingParties: [], counters: [] }).counter('cnt_desk-1')).toBeUndefined();
  });

  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const secret = { ...privateKey.export({ format: 'jwk' }), kid: 'k1' };
  it.each<[string, object | string, string]>([
    ['is not JSON', '{', 'not JSON'],
    ['is not there as documented', { relyingParties: [] }, 'counters'],
    [
      'has unknown fields',
      { relyingParties: [{ ...inn, admin: true }], counters: [] },
      '/relyingParties/0/admin',
    ],
    ['has an unknown scene', { relyingParties: [{ ...inn, scenes: ['bank'] }], counters: [] }, '/scenes'],
    ['has no scene', { relyingParties: [{ ...inn, scenes: [] }], counters: [] }, '/scenes'],
    ['has an id of another kind', { relyingParties: [{ ...inn, id: 'cnt_inn' }], counters: [] }, '/id'],
    ['names a relying party twice', { relyingParties: [inn, inn], counters: [] }, 'rp_inn is there twice'],
    ['names a counter twice', { relyingParties: [inn], counters: [desk, desk] }, 'cnt_desk-1 is there twice'],
    [
      'gives two counters one key',
      { relyingParties: [inn], counters: [desk, { ...desk, id: 'cnt_desk-2' }] },
      'cnt_desk-2 has the key of another counter',
    ],
    ...respelled(desk.key.x).map((x): [string, object, string] => [
      'gives two counters one key in two spellings',
      {
        relyingParties: [inn],
        counters: [desk, { ...desk, id: 'cnt_desk-2', key: { ...desk.key, x } }],
      },
      'the key of cnt_desk-2 is not a point of P-256, each coordinate in its one spelling',
    ]),
    [
      'gives two counters a key and its negative, which have one holder',
      {
        relyingParties: [inn],
        counters: [desk, { ...desk, id: 'cnt_desk-2', key: { ...desk.key, y: negative(desk.key.y) } }],
      },
      'cnt_desk-2 has the key of another counter',
    ],
    ['has a counter of nobody', { relyingParties: [], counters: [desk] }, 'unknown relying party'],
    ['holds a private key', { relyingParties: [inn], counters: [{ ...desk, key: secret }] }, 'private key'],
    [
      'holds a point off the curve',
      { relyingParties: [inn], counters: [{ ...desk, key: { ...desk.key, y: 'A'.repeat(43) } }] },
      'not a point of P-256',
    ],
    [
      'holds a key of another curve',
      { relyingParties: [inn], counters: [{ ...desk, key: { ...desk.key, crv: 'P-384' } }] },
      '/crv',
    ],
  ])('is refused when it %s', (_, content, why) => {
    expect(() => read(content)).toThrow(why);
  });

  it('never prints a key when it is refused', () => {
    const refuse = () => read({ relyingParties: [inn], counters: [{ ...desk, key: secret }] });
    expect(refuse).not.toThrow(String(secret.d));
  });
});
