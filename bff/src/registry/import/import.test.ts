import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeSigningKey } from '../../../../scripts/stand-ins/authority/signing-key.ts';
import {
  type NamedKey,
  standInAuthority,
} from '../../../../scripts/stand-ins/authority/stand-in-authority.ts';
import type {
  Registrant,
  RegistrarClaims,
  RegistrationClaims,
} from '../../../../shared/contract/authority/registration.ts';
import { asId } from '../../../../shared/ids.ts';
import { thumbprint } from '../../../../shared/jws/thumbprint.ts';
import * as limits from '../../../../shared/limits.ts';
import { importedRegistry } from '../imported.fixture.ts';

const now = 1_800_000_000_000;

/** The other texts that a lenient reader takes for the same 32 bytes: the last letter carries two bits that mean nothing. */
function respelled(text: string): string[] {
  const bytes = Buffer.from(text, 'base64url');
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return [...letters]
    .map((letter) => text.slice(0, -1) + letter)
    .filter((other) => other !== text && Buffer.from(other, 'base64url').equals(bytes));
}
const key = (kid: string) => ({ ...makeSigningKey().jwk, kid });
const root = { kid: 'root', ...makeSigningKey() };
const signing = { kid: 'registrar-1', ...makeSigningKey() };
const stranger = { kid: 'registrar-1', ...makeSigningKey() };
const authority = standInAuthority({
  ...{ issuer: 'test', bffId: 'bff', now: () => now, root, signing },
  random: (length) => new Uint8Array(length),
  sealing: { keyId: 'seal-17', suite: 17, publicKey: 'k'.repeat(43) },
});

const inn = { id: 'rp_inn', scenes: ['hotel'], encryptionKey: key('enc') };
const own = key('k1');
const registrant: Registrant = {
  ...{
    rpId: 'rp_inn',
    rpName: 'Harbour Inn',
    counterId: 'cnt_desk-1',
    counterName: 'Desk 1',
    place: 'Quay 1',
  },
  scenes: ['hotel'],
  counterKey: thumbprint(own),
};
/** What the registrar signs, but for what is wrong with it. */
const registrar = (change: Partial<RegistrarClaims> = {}, by?: NamedKey) =>
  authority.sign('lz-registrar+jwt', authority.registrarClaims(change), by);
const statement = (change: Partial<RegistrationClaims> = {}, by?: NamedKey) =>
  authority.sign('lz-registration+jwt', authority.registrationClaims(registrant, change), by);
const registration = { registrar: registrar(), statement: statement() };
const desk = { id: 'cnt_desk-1', rpId: 'rp_inn', key: own, registration };

/** The y of the point across the axis. */
function negative(y: string): string {
  const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
  const value = p - BigInt(`0x${Buffer.from(y, 'base64url').toString('hex')}`);
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex').toString('base64url');
}

const read = (content: object | string) =>
  importedRegistry(typeof content === 'string' ? content : JSON.stringify(content), { root: root.jwk, now });

describe('the registry file', () => {
  it('gives relying parties and counters by their ids', async () => {
    const registry = await read({ relyingParties: [inn], counters: [desk] });
    expect(await registry.rp(asId('rp', 'rp_inn'))).toMatchObject(inn);
    const { rpName, counterName, place, scenes } = registrant;
    const expiresAt = now + limits.registrationLifetime;
    const registered = { rpName, counterName, place, scenes, signed: registration, expiresAt };
    expect(await registry.counter('cnt_desk-1')).toEqual({
      id: desk.id,
      rpId: desk.rpId,
      keys: [own],
      registered,
      quotas: {},
      rpQuotas: {},
    });
    expect(await registry.counter('cnt_desk-2')).toBeUndefined();
    expect(await registry.counter('__proto__')).toBeUndefined();
  });

  it('tells the policy of the counter word that a relying party chose for each scene', async () => {
    const chosen = { ...inn, counterWord: { hotel: 'always' } };
    const registry = await read({ relyingParties: [chosen], counters: [desk] });
    expect(await registry.rp(asId('rp', 'rp_inn'))).toMatchObject(chosen);
  });

  it('may be empty', async () => {
    const registry = await read({ relyingParties: [], counters: [] });
    expect(await registry.counter('cnt_desk-1')).toBeUndefined();
  });

  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const secret = { ...privateKey.export({ format: 'jwk' }), kid: 'k1' };
  it.each<[string, object | string, string]>([
    ['is not JSON', '{', 'not JSON'],
    ['is not there as documented', { relyingParties: [] }, 'counters'],
    [
      'has unknown fields',
      { relyingParties: [{ ...inn, admin: true }], counters: [] },
      'relyingParties[0] (rp_inn) does not fit: /admin is no field of it. Mend that entry',
    ],
    ['has an unknown scene', { relyingParties: [{ ...inn, scenes: ['bank'] }], counters: [] }, '/scenes'],
    ['has no scene', { relyingParties: [{ ...inn, scenes: [] }], counters: [] }, '/scenes'],
    ['has an id of another kind', { relyingParties: [{ ...inn, id: 'cnt_inn' }], counters: [] }, '/id'],
    [
      'chooses no counter word for a strict scene',
      {
        relyingParties: [{ ...inn, scenes: ['gov-window'], counterWord: { 'gov-window': 'never' } }],
        counters: [],
      },
      'rp_inn is refused: scenes-invalid',
    ],
    [
      'chooses the counter word of a strict scene for late scans only',
      {
        relyingParties: [{ ...inn, scenes: ['traffic'], counterWord: { traffic: 'late' } }],
        counters: [],
      },
      'rp_inn is refused: scenes-invalid',
    ],
    [
      'chooses the counter word of a scene that it does not have',
      { relyingParties: [{ ...inn, counterWord: { parcel: 'always' } }], counters: [] },
      'relyingParties[0] (rp_inn) does not have the scene parcel',
    ],
    [
      'chooses a lower level than that of the scene',
      {
        relyingParties: [{ ...inn, scenes: ['traffic'], level: { traffic: 'basic' } }],
        counters: [],
      },
      'rp_inn is refused: scenes-invalid',
    ],
    [
      'chooses an unknown policy of the counter word',
      { relyingParties: [{ ...inn, counterWord: { hotel: 'sometimes' } }], counters: [] },
      '/counterWord/hotel',
    ],
    [
      'names a relying party twice',
      { relyingParties: [inn, inn], counters: [] },
      'relyingParties[1] (rp_inn) is there twice',
    ],
    [
      'names a counter twice',
      { relyingParties: [inn], counters: [desk, desk] },
      'counters[1] (cnt_desk-1) is there twice',
    ],
    [
      'gives two counters one key',
      {
        relyingParties: [inn],
        counters: [
          desk,
          {
            ...desk,
            id: 'cnt_desk-2',
            registration: { ...registration, statement: statement({ counterId: 'cnt_desk-2' }) },
          },
        ],
      },
      'cnt_desk-2 is refused: key-taken',
    ],
    ...respelled(desk.key.x).map((x): [string, object, string] => [
      'gives two counters one key in two spellings',
      {
        relyingParties: [inn],
        counters: [desk, { ...desk, id: 'cnt_desk-2', key: { ...desk.key, x } }],
      },
      'cnt_desk-2 is refused: key-invalid',
    ]),
    [
      'gives two counters a key and its negative, which have one holder',
      {
        relyingParties: [inn],
        counters: [desk, { ...desk, id: 'cnt_desk-2', key: { ...desk.key, y: negative(desk.key.y) } }],
      },
      'cnt_desk-2 is refused: key-taken',
    ],
    ['has a counter of nobody', { relyingParties: [], counters: [desk] }, 'cnt_desk-1 is refused: not-found'],
    ['holds a private key', { relyingParties: [inn], counters: [{ ...desk, key: secret }] }, 'private key'],
    [
      'holds a point off the curve',
      { relyingParties: [inn], counters: [{ ...desk, key: { ...desk.key, y: 'A'.repeat(43) } }] },
      'cnt_desk-1 is refused: key-invalid',
    ],
    [
      'holds a key of another curve',
      { relyingParties: [inn], counters: [{ ...desk, key: { ...desk.key, crv: 'P-384' } }] },
      '/crv',
    ],
  ])('is refused when it %s', async (_, content, why) => {
    await expect(read(content)).rejects.toThrow(why);
  });

  const ago = now / 1000 - 86_400;
  it.each<[string, object, string]>([
    ['is missing', { registration: undefined }, 'neither a name and a place nor a statement'],
    [
      'is of another counter',
      { statement: statement({ counterId: 'cnt_desk-2' }) },
      'cnt_desk-1 is refused: statement-invalid',
    ],
    [
      'is of another RP',
      { statement: statement({ rpId: 'rp_bank' }) },
      'cnt_desk-1 is refused: statement-invalid',
    ],
    [
      'is about another key',
      { statement: statement({ counterKey: 'b'.repeat(43) }) },
      'cnt_desk-1 is refused: statement-invalid',
    ],
    ['was edited', { statement: edited(registration.statement) }, 'cnt_desk-1 is refused: statement-invalid'],
    [
      'is signed by a key of the BFF',
      { statement: statement({}, stranger) },
      'cnt_desk-1 is refused: statement-invalid',
    ],
    [
      'comes with a certificate that the BFF signed',
      { registrar: registrar({}, { ...stranger, kid: 'root' }) },
      'cnt_desk-1 is refused: statement-invalid',
    ],
    [
      'is the certificate itself',
      { statement: registration.registrar },
      'neither a name and a place nor a statement',
    ],
    [
      'is of a sandbox, its registrar not',
      { statement: statement({ sandbox: false }) },
      'cnt_desk-1 is refused: statement-invalid',
    ],
    [
      'cnt_desk-1 is refused: statement-invalid',
      { statement: statement({ iat: now / 1000 + 60 }) },
      'cnt_desk-1 is refused: statement-invalid',
    ],
    ['names nobody', { statement: statement({ rpName: '' }) }, 'neither a name and a place nor a statement'],
  ])('is refused when the statement about a counter %s', async (_, change, why) => {
    const changed =
      'registration' in change
        ? { ...desk, ...change }
        : { ...desk, registration: { ...registration, ...change } };
    await expect(read({ relyingParties: [inn], counters: [changed] })).rejects.toThrow(why);
  });

  it('is read where a statement, or its registrar, has run out: it says when', async () => {
    for (const ended of [{ statement: statement({ exp: ago }) }, { registrar: registrar({ exp: ago }) }]) {
      const counters = [{ ...desk, registration: { ...registration, ...ended } }];
      const registry = await read({ relyingParties: [inn], counters });
      const found = await registry.counter('cnt_desk-1');
      expect(found?.registered.expiresAt).toBe(ago * 1000);
    }
  });

  it('never prints a key when it is refused', async () => {
    const refused = read({ relyingParties: [inn], counters: [{ ...desk, key: secret }] });
    await expect(refused).rejects.toThrow('the registry: it holds a private key');
    await expect(refused).rejects.not.toThrow(String(secret.d));
  });
});

/** The same signature under another name. */
function edited(jws: string): string {
  const [header, payload = '', signature] = jws.split('.');
  const claims: object = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...claims, rpName: 'City Bank' })).toString('base64url');
  return `${header}.${changed}.${signature}`;
}
