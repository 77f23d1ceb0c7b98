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

const key = (kid: string) => ({ ...makeSigningKey().jwk, kid });
const inn = { id: 'rp_inn', name: 'Harbour Inn', scenes: ['hotel'], encryptionKey: key('enc') };
const desk = { id: 'cnt_desk-1', rpId: 'rp_inn', name: 'Desk 1', key: key('k1') };

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
