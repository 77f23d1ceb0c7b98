import { randomBytes } from 'node:crypto';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { ceremonies, ceremonyNames } from '../../../shared/ceremonies.ts';
import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import {
  type AuthorityChallengeBody,
  ChallengeClaims,
} from '../../../shared/contract/authority/03-challenge.ts';
import { BegunFaceClaims } from '../../../shared/contract/authority/04-platform-face.ts';
import { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { KeyListClaims } from '../../../shared/contract/authority/keys.ts';
import {
  type Registrant,
  RegistrarClaims,
  RegistrationClaims,
} from '../../../shared/contract/authority/registration.ts';
import { newId } from '../../../shared/ids.ts';
import { verifyEs256 } from '../../../shared/jws/verify-es256.ts';
import * as limits from '../../../shared/limits.ts';
import { makeSigningKey } from './signing-key.ts';
import { standInAuthority } from './stand-in-authority.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));
const iat = 1_800_000_000;
const root = makeSigningKey();
const signing = { kid: 'sign-1', ...makeSigningKey() };
const authority = standInAuthority({
  ...{ issuer: 'test', bffId: 'bff', now: () => iat * 1000 + 999, random, root, signing },
  sealing: { keyId: 'seal-17', suite: 17, publicKey: 'k'.repeat(43) },
});

const asked: AuthorityChallengeBody = {
  ...{ ceremony: 'verify', sessionId: newId('ses', random), attempt: 1 },
  ...{ rpId: 'rp_inn', counterId: 'cnt_desk-1', scene: 'hotel', purpose: 'check-in' },
  ...{
    level: 'strict',
    deviceThumbprint: 'd'.repeat(43),
    consent: { face: true, voice: true },
    idPhoto: true,
  },
};

const registrant: Registrant = {
  ...{ rpId: 'rp_inn', rpName: 'Inn', counterId: 'cnt_desk-1', counterName: 'Desk', place: 'Town' },
  scenes: ['hotel'],
  counterKey: 'k'.repeat(43),
};
const registration = authority.registrationClaims(registrant);

it('says who a counter is in the words of the contract', () => {
  expect(Value.Check(RegistrationClaims, registration)).toBe(true);
  expect(Value.Check(RegistrarClaims, authority.registrarClaims())).toBe(true);
  expect(registration).toMatchObject(registrant);
});

describe.each(ceremonyNames)('the stand-in authority in %s', (ceremony) => {
  const rules: CeremonyRules = ceremonies[ceremony];
  const claims = authority.challengeClaims({ ...asked, ceremony });

  it('says what the contract has: of this session, in the lifetime and with the digits of the ceremony', () => {
    const begun = authority.begunFaceClaims(claims, 'verify-1');
    const verdict = authority.verdictClaims(claims);
    expect(Value.Check(ChallengeClaims, claims)).toBe(true);
    expect(Value.Check(BegunFaceClaims, begun)).toBe(true);
    expect(Value.Check(VerdictClaims, verdict)).toBe(true);
    expect(claims).toMatchObject({ iat, exp: iat + rules.challengeLifetime / 1000, rpName: 'Inn' });
    expect(claims.digits).toHaveLength(
      rules.digits.kind === 'drawn' ? rules.digits.count : 10 * rules.digits.rounds,
    );
    const { sessionId, challengeId, nonce, level } = claims;
    expect(begun).toMatchObject({ challengeId, nonce });
    expect(verdict).toMatchObject({ aud: 'bff', sessionId, challengeId, nonce, level, outcome: 'pass' });
  });

  it('brings a credential with a pass only, and only where the ceremony does', () => {
    const brings = rules.passBrings === 'credential';
    expect('credential' in authority.verdictClaims(claims)).toBe(brings);
    expect('credential' in authority.verdictClaims(claims, { outcome: 'fail' })).toBe(false);
  });

  it('asks for what was consented to and is brought, and for the face by whoever is to take it', () => {
    const less = { ...asked, ceremony, consent: { face: true, voice: false }, idPhoto: false } as const;
    const samples = authority.challengeClaims(less).samples;
    expect(samples.includes('face')).toBe('face' in rules.samples);
    expect(samples).not.toContain('voice');
    expect(samples).not.toContain('id-photo');
    const byPlatform = authority.challengeClaims({ ...less, faceBy: 'alipay' });
    expect(byPlatform.samples).toEqual(samples.map((kind) => (kind === 'face' ? 'platform-face' : kind)));
    expect(byPlatform.exp).toBe(iat + limits.platformChallengeLifetime / 1000);
  });
});

describe('what the stand-in authority signs', () => {
  const claims = authority.challengeClaims(asked);

  it('is checked from the root to the challenge', () => {
    const keyList = authority.sign('lz-keys+jwt', authority.keyListClaims());
    const keys: unknown = verifyEs256({ jws: keyList, keyOf: () => root.jwk, type: 'lz-keys+jwt' });
    if (!Value.Check(KeyListClaims, keys)) throw new Error('no key list');
    const keyOf = (kid: string) => keys.sign.find((key) => key.kid === kid)?.jwk;
    const jws = authority.sign('lz-challenge+jwt', claims);
    expect(verifyEs256({ jws, keyOf, type: 'lz-challenge+jwt' })).toEqual(claims);
  });

  it('is whatever the caller changed, by another key, or under another header', () => {
    const stranger = { kid: 'sign-1', ...makeSigningKey() };
    const changed = authority.challengeClaims(asked, { level: 'basic', nonce: 'n'.repeat(43) });
    expect(changed).toMatchObject({ level: 'basic', nonce: 'n'.repeat(43) });
    const jws = authority.sign('lz-challenge+jwt', claims, stranger);
    expect(verifyEs256({ jws, keyOf: () => stranger.jwk, type: 'lz-challenge+jwt' })).toEqual(claims);
    expect(() => verifyEs256({ jws, keyOf: () => signing.jwk, type: 'lz-challenge+jwt' })).toThrow();
    const [header = ''] = signing.sign({ typ: 'lz-verdict+jwt', alg: 'none' }, claims).split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({
      alg: 'none',
      typ: 'lz-verdict+jwt',
    });
  });
});
