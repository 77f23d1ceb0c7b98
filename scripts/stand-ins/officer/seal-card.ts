import { randomBytes } from 'node:crypto';
import { Value } from 'typebox/value';
import { sessionBinding } from '../../../shared/binding.ts';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { SealedKind } from '../../../shared/challenge.ts';
import { PartyChallengeClaims } from '../../../shared/contract/authority/03-challenge.ts';
import { KeyListClaims } from '../../../shared/contract/authority/keys.ts';
import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';
import { verifyEs256 } from '../../../shared/jws/verify-es256.ts';
import type { Card } from '../../../shared/sample/card.ts';
import { packCard } from '../../../shared/sample/pack-card.ts';
import { seal } from '../../../shared/seal/seal.ts';
import type { SealKey } from '../../../shared/seal/types.ts';

/** What an officer's page has checked by the authority's root: this challenge, and the key that the card is sealed to. */
export interface ToldChallenge {
  claims: PartyChallengeClaims;
  sealKey: SealKey;
}

/**
 * Trusts the pinned root alone, as the phone does: the BFF handed it over. It has to be for this session; what is sealed for it has to be bound to
 * this browser's key, while a second officer only looks at it.
 * @throws JwsError, TypeError
 */
export function readChallenge(
  { challenge, keyList }: { challenge: string; keyList: string },
  expected: { root: PublicJwk; sessionId: string; thumbprint?: string },
): ToldChallenge {
  const keys: unknown = verifyEs256({ jws: keyList, type: 'lz-keys+jwt', keyOf: () => expected.root });
  if (!Value.Check(KeyListClaims, keys)) throw new TypeError('no key list');
  const keyOf = (kid: string) => keys.sign.find((key) => key.kid === kid)?.jwk;
  const claims: unknown = verifyEs256({ jws: challenge, type: 'lz-party-challenge+jwt', keyOf });
  if (!Value.Check(PartyChallengeClaims, claims)) throw new TypeError('no challenge');
  const { sessionId, thumbprint = claims.deviceThumbprint } = expected;
  if (claims.sessionId !== sessionId || claims.deviceThumbprint !== thumbprint)
    throw new TypeError('a challenge for something else');
  const listed = keys.seal.find(({ keyId }) => keyId === claims.sealKeyId);
  if (listed === undefined) throw new TypeError('a challenge without its key');
  return { claims, sealKey: { ...listed, publicKey: decodeBase64url(listed.publicKey) } };
}

/** What a browser seals for: the challenge as a party is told of it, or, where the browser captures, the challenge itself. */
type SealsFor = Pick<ToldChallenge, 'sealKey'> & { claims: Omit<PartyChallengeClaims, 'role'> };

/** The card in its SEAL/1 envelope, for this challenge and from this browser alone. */
export function sealCard(told: SealsFor, card: Card): Promise<Uint8Array> {
  return sealAtDesk(told, 'card', packCard(card));
}

/** A sample of any kind that an officer's browser brings. */
export function sealAtDesk(
  { claims, sealKey }: SealsFor,
  kind: SealedKind,
  plaintext: Uint8Array,
): Promise<Uint8Array> {
  return seal({
    key: sealKey,
    context: {
      ceremony: claims.ceremony,
      binding: sessionBinding(claims),
      challengeId: claims.challengeId,
      nonce: decodeBase64url(claims.nonce),
      deviceThumbprint: claims.deviceThumbprint,
      kind,
      sequence: claims.samples.indexOf(kind) + 1,
      total: claims.samples.length,
    },
    plaintext,
    random: (length) => new Uint8Array(randomBytes(length)),
  });
}
