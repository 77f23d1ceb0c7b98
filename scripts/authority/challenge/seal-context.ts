import { sessionBinding } from '../../../shared/binding.ts';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { SealedKind } from '../../../shared/challenge.ts';
import type { ChallengeClaims } from '../../../shared/contract/authority/03-challenge.ts';
import type { SealContext } from '../../../shared/seal/types.ts';

/** What a sample of this kind must be sealed for, from the challenge alone. The samples are counted from 1 in the challenge's order. */
export function sealContext(claims: ChallengeClaims, kind: SealedKind): SealContext {
  return {
    ceremony: claims.ceremony,
    binding: sessionBinding(claims),
    challengeId: claims.challengeId,
    nonce: decodeBase64url(claims.nonce),
    deviceThumbprint: claims.deviceThumbprint,
    kind,
    sequence: claims.samples.indexOf(kind) + 1,
    total: claims.samples.length,
  };
}
