import { generateKeyPairSync } from 'node:crypto';
import { compactDecrypt, createLocalJWKSet, decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { ResultClaims } from '../../../../shared/contract/verify/08-result.ts';
import { asId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import type { DecidedCheck } from '../../ports/ports.ts';
import type { RelyingParty } from '../../ports/registry.ts';
import { type PrivateJwk, type ResultKey, resultSigner } from './result-signer.ts';

function makeKey(kid: string): PrivateJwk {
  const {
    x = '',
    y = '',
    d = '',
  } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  return { kty: 'EC', crv: 'P-256', x, y, d, kid };
}

const now = 1_793_491_200_789;
const issuer = 'https://bff.test';
const current = makeKey('r2');
const previous = makeKey('r1');
const encryption = makeKey('enc');
const { d: _secret, ...encryptionKey } = encryption;
const plainRp: RelyingParty = { id: asId('rp', 'rp_inn'), scenes: ['hotel'] };
const privateRp: RelyingParty = { ...plainRp, id: asId('rp', 'rp_clinic'), encryptionKey };
const signer = resultSigner({
  keys: [current, previous],
  issuer,
  registry: {
    rp: async (id) => [plainRp, privateRp].find((rp) => rp.id === id),
  },
  retention: limits.resultRetention,
  now: () => now,
});

function decided(rpId = plainRp.id): DecidedCheck {
  return {
    sessionId: asId('ses', `ses_${'s'.repeat(22)}`),
    ...{ rpId, counterId: asId('cnt', 'cnt_desk-1') },
    ...{ scene: 'hotel', level: 'basic', purpose: 'check-in' },
    outcome: 'pass',
    openedAt: now - 40_000,
    decidedAt: now,
    sandbox: true,
  };
}

const check = (token: string, audience: string) =>
  jwtVerify(token, createLocalJWKSet(signer.jwks()), {
    ...{ issuer, audience, typ: 'lz-result+jwt', algorithms: ['ES256'] },
    currentDate: new Date(now),
  });

describe('a result token', () => {
  it('holds the claims of the contract and nothing of the holder', async () => {
    const { payload, protectedHeader } = await check((await signer.sign(decided())).token, 'rp_inn');
    expect(Value.Check(ResultClaims, payload)).toBe(true);
    expect(payload).toEqual({
      iss: issuer,
      aud: 'rp_inn',
      jti: `ses_${'s'.repeat(22)}`,
      iat: 1_793_491_200,
      exp: 1_793_491_200 + 86_400,
      counter: 'cnt_desk-1',
      scene: 'hotel',
      level: 'basic',
      purpose: 'check-in',
      outcome: 'pass',
      openedAt: now - 40_000,
      decidedAt: now,
      sandbox: true,
    });
    expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'lz-result+jwt', kid: 'r2' });
  });

  it('says fail for a failed check, and nothing of why', async () => {
    const failed = { ...decided(), outcome: 'fail', hints: ['too-dark'] } as const;
    const { payload } = await check((await signer.sign(failed)).token, 'rp_inn');
    expect(payload.outcome).toBe('fail');
    expect(payload).not.toHaveProperty('hints');
  });

  it('has the same claims each time', async () => {
    const [one, two] = [await signer.sign(decided()), await signer.sign(decided())];
    expect(one.token.split('.')[1]).toBe(two.token.split('.')[1]);
  });

  it('is not for another relying party', async () => {
    await expect(check((await signer.sign(decided())).token, 'rp_other')).rejects.toThrow('aud');
  });

  it('is sealed to a relying party that registered an encryption key', async () => {
    const { token, kid } = await signer.sign(decided(privateRp.id));
    expect(kid).toBe('r2');
    expect(decodeProtectedHeader(token)).toMatchObject({
      ...{ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', cty: 'JWT', kid: 'enc' },
    });
    const { plaintext } = await compactDecrypt(token, await importJWK({ ...encryption }, 'ECDH-ES+A256KW'));
    const { payload } = await check(Buffer.from(plaintext).toString(), 'rp_clinic');
    expect(payload.outcome).toBe('pass');
  });

  it('is never made for a check that no registered relying party asked for', async () => {
    await expect(signer.sign(decided(asId('rp', 'rp_gone')))).rejects.toThrow(RangeError);
  });
});

describe('the published keys', () => {
  it('are all keys, without their private halves', () => {
    const { keys } = signer.jwks();
    expect(keys.map(({ kid }) => kid)).toEqual(['r2', 'r1']);
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });

  it('are refused when there is none, one twice, or two halves that do not fit', () => {
    const registry = { rp: async () => undefined };
    const make = (keys: ResultKey[]) => () =>
      resultSigner({ keys, issuer, registry, retention: 1000, now: () => now });
    expect(make([])).toThrow('no key');
    expect(make([current, { ...previous, kid: 'r2' }])).toThrow('one kid');
    expect(make([{ ...current, d: previous.d }])).toThrow();
    expect(make([{ ...current, signsFrom: now + 1 }])).toThrow('no key');
  });
});
