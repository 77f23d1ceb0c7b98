import {
  type NamedKey,
  type SigningKey,
  standInAuthority,
} from '../../../scripts/stand-ins/authority/stand-in-authority.ts';
import { sessionBinding } from '../../../shared/binding.ts';
import { decodeBase64url, encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import type { SealedKind } from '../../../shared/challenge.ts';
import type {
  AuthorityChallengeBody,
  ChallengeClaims,
} from '../../../shared/contract/authority/03-challenge.ts';
import type { BegunFaceClaims } from '../../../shared/contract/authority/04-platform-face.ts';
import type { KeyListClaims } from '../../../shared/contract/authority/keys.ts';
import type { ReceiptClaims } from '../../../shared/contract/authority/receipts.ts';
import type {
  Registrant,
  RegistrarClaims,
  Registration,
  RegistrationClaims,
} from '../../../shared/contract/authority/registration.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { makeSealKey } from '../../../shared/seal/make-seal-key.ts';
import { open } from '../../../shared/seal/open.ts';

export interface FakeAuthority {
  root: SigningKey;
  /** Signs a challenge; `change` says what a dishonest one says instead. */
  issue(asked: AuthorityChallengeBody, change?: Change): { challenge: string; keyList: string };
  /** The key list of this moment; `change` as in `issue`. */
  keyList(change?: Change): string;
  /** Signs what a page of the platform is opened with, for the challenge issued last; `change` as in `issue`. */
  begin(verifyId: string, change?: Partial<BegunFaceClaims>, otherKey?: boolean): string;
  /** Signs a receipt, by a key that is not on the list where asked, and the list to check it by. */
  /** @param by a key of the BFF's own under the name of the authority's, or one that the list does not name */
  receipt(claims: ReceiptClaims, by?: 'other-key' | 'gone-key'): { signed: string; keyList: string };
  /** What its registrar says of a counter; `change` as in `issue`. */
  register(registrant: Registrant, change?: RegistrationChange): Registration;
  /** The plaintext. @throws SealError when the envelope belongs anywhere else */
  open(claims: ChallengeClaims, kind: SealedKind, envelope: Uint8Array): Uint8Array;
  /** The claims issued last. */
  last(): ChallengeClaims;
}

export interface RegistrationChange {
  registrar?: Partial<RegistrarClaims>;
  statement?: Partial<RegistrationClaims>;
  /** Signs the registrar's certificate by another root. */
  otherRoot?: boolean;
  /** Signs the statement by a key of the BFF's own. */
  otherKey?: boolean;
}

export interface Change {
  claims?: Partial<ChallengeClaims>;
  keyList?: Partial<KeyListClaims>;
  /** Signs the key list by another root. */
  otherRoot?: boolean;
  /** Signs the challenge by a key that is not on the list. */
  otherKey?: boolean;
}

/** The stand-in authority for the tests of the phone, with the phone's own cryptography: it opens what was sealed to it. */
export function fakeAuthority(random: Random, now: () => number): FakeAuthority {
  const root: NamedKey = { kid: 'root', ...signingKey(random) };
  const signing: NamedKey = { kid: 'sign-1', ...signingKey(random) };
  const stranger = signingKey(random);
  const inPlaceOf = ({ kid }: NamedKey): NamedKey => ({ ...stranger, kid });
  const { key, privateKey } = makeSealKey({ keyId: 'seal-1', suite: 17, random });
  const sealing = { ...key, publicKey: encodeBase64url(key.publicKey) };
  const authority = standInAuthority({ issuer: 'fake', bffId: 'bff', now, random, root, signing, sealing });
  let issued: ChallengeClaims | undefined;

  function last(): ChallengeClaims {
    if (issued === undefined) throw new Error('no challenge was issued');
    return issued;
  }

  function signKeyList({ keyList, otherRoot = false }: Change): string {
    const signer = otherRoot ? inPlaceOf(root) : root;
    return authority.sign('lz-keys+jwt', authority.keyListClaims(keyList), signer);
  }

  return {
    root,
    last,
    keyList: (change = {}) => signKeyList(change),
    issue(asked, change = {}) {
      const { claims, otherKey = false } = change;
      issued = authority.challengeClaims(asked, claims);
      return {
        keyList: signKeyList(change),
        challenge: authority.sign('lz-challenge+jwt', issued, otherKey ? inPlaceOf(signing) : signing),
      };
    },
    register(registrant, { registrar, statement, otherRoot = false, otherKey = false } = {}) {
      return {
        registrar: authority.sign(
          'lz-registrar+jwt',
          authority.registrarClaims(registrar),
          otherRoot ? inPlaceOf(root) : root,
        ),
        statement: authority.sign(
          'lz-registration+jwt',
          authority.registrationClaims(registrant, statement),
          otherKey ? inPlaceOf(signing) : signing,
        ),
      };
    },
    receipt: (claims, by) => ({
      signed: authority.sign('lz-receipt+jwt', claims, by === 'other-key' ? inPlaceOf(signing) : signing),
      keyList: authority.sign(
        'lz-keys+jwt',
        authority.keyListClaims(
          by === 'gone-key' ? { sign: [{ kid: 'next', jwk: inPlaceOf(signing).jwk }] } : {},
        ),
      ),
    }),
    begin(verifyId, change, otherKey = false) {
      return authority.sign(
        'lz-platform-face+jwt',
        authority.begunFaceClaims(last(), verifyId, change),
        otherKey ? inPlaceOf(signing) : signing,
      );
    },
    open(claims, kind, envelope) {
      return open({
        envelope,
        privateKey,
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

function signingKey(random: Random): SigningKey {
  const { privateKey, publicJwk } = makeDeviceKey(random);
  return {
    jwk: publicJwk,
    sign: (header, claims) => signEs256({ header, payload: { ...claims }, privateKey }),
  };
}
