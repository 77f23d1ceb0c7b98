import { sessionBinding } from '../../../shared/binding.ts';
import { decodeBase64url, encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import type { SealedKind } from '../../../shared/challenge.ts';
import type { ChallengeClaims } from '../../../shared/contract/authority/03-challenge.ts';
import type { BegunFaceClaims } from '../../../shared/contract/authority/04-platform-face.ts';
import type { KeyListClaims } from '../../../shared/contract/authority/keys.ts';
import { newId } from '../../../shared/ids.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { makeSealKey } from '../../../shared/seal/make-seal-key.ts';
import { open } from '../../../shared/seal/open.ts';

export interface FakeAuthority {
  root: ReturnType<typeof makeDeviceKey>;
  /** Signs a challenge; `change` says what a dishonest one says instead. */
  issue(claims: Omit<ChallengeClaims, keyof Signed>, change?: Change): { challenge: string; keyList: string };
  /** Signs what a page of the platform is opened with, for the challenge issued last; `change` as in `issue`. */
  begin(verifyId: string, change?: Partial<BegunFaceClaims>, otherKey?: boolean): string;
  /** The plaintext. @throws SealError when the envelope belongs anywhere else */
  open(claims: ChallengeClaims, kind: SealedKind, envelope: Uint8Array): Uint8Array;
  /** The claims issued last. */
  last(): ChallengeClaims;
}

export interface Change {
  claims?: Partial<ChallengeClaims>;
  keyList?: Partial<KeyListClaims>;
  /** Signs the key list by another root. */
  otherRoot?: boolean;
  /** Signs the challenge by a key that is not on the list. */
  otherKey?: boolean;
}

interface Signed {
  iss: string;
  iat: number;
  exp: number;
  sandbox: boolean;
  challengeId: string;
  nonce: string;
  sealKeyId: string;
}

/** An authority in a few lines, for the tests of the phone. */
export function fakeAuthority(random: Random, now: () => number): FakeAuthority {
  const root = makeDeviceKey(random);
  const sign = makeDeviceKey(random);
  const stranger = makeDeviceKey(random);
  const sealing = makeSealKey({ keyId: 'seal-1', suite: 17, random });
  let issued: ChallengeClaims | undefined;

  function last(): ChallengeClaims {
    if (issued === undefined) throw new Error('no challenge was issued');
    return issued;
  }

  return {
    root,
    last,
    issue(given, change = {}) {
      const iat = Math.floor(now() / 1000);
      const keyList: KeyListClaims = {
        iss: 'fake',
        version: 1,
        iat,
        exp: iat + 3600,
        sandbox: true,
        sign: [{ kid: 'sign-1', jwk: sign.publicJwk }],
        seal: [{ keyId: 'seal-1', suite: 17, publicKey: encodeBase64url(sealing.key.publicKey) }],
        ...change.keyList,
      };
      issued = {
        ...given,
        iss: 'fake',
        iat,
        exp: iat + 60,
        sandbox: true,
        challengeId: newId('chl', random),
        nonce: encodeBase64url(random(32)),
        sealKeyId: 'seal-1',
        ...change.claims,
      };
      return {
        keyList: signEs256({
          header: { typ: 'lz-keys+jwt', kid: 'root' },
          payload: { ...keyList },
          privateKey: (change.otherRoot ? stranger : root).privateKey,
        }),
        challenge: signEs256({
          header: { typ: 'lz-challenge+jwt', kid: 'sign-1' },
          payload: { ...issued },
          privateKey: (change.otherKey ? stranger : sign).privateKey,
        }),
      };
    },
    begin(verifyId, change = {}, otherKey = false) {
      const { iss, iat, sandbox, challengeId, nonce } = last();
      return signEs256({
        header: { typ: 'lz-platform-face+jwt', kid: 'sign-1' },
        payload: { iss, iat, sandbox, challengeId, nonce, verifyId, ...change },
        privateKey: (otherKey ? stranger : sign).privateKey,
      });
    },
    open(claims, kind, envelope) {
      return open({
        envelope,
        privateKey: sealing.privateKey,
        expected: {
          ceremony: claims.ceremony,
          binding: sessionBinding(claims),
          challengeId: claims.challengeId,
          nonce: decodeBase64url(claims.nonce),
          deviceThumbprint: claims.deviceThumbprint,
          kind,
          sequence: claims.samples.indexOf(kind) + 1,
          total: claims.samples.length,
        },
      });
    },
  };
}
