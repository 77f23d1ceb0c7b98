import { sessionBinding } from '../../../shared/binding.ts';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import { rulesOf } from '../../../shared/ceremonies.ts';
import type { SealedKind } from '../../../shared/challenge.ts';
import type { ChallengeClaims } from '../../../shared/contract/authority/03-challenge.ts';
import type { SealContext } from '../../../shared/seal/types.ts';

/**
 * What a sample of this kind must be sealed for, from the challenge alone: by the phone, or by the party that brings it. The samples are
 * counted from 1 in the challenge's order.
 * @throws RangeError where that party takes no part
 */
export function sealContext(claims: ChallengeClaims, kind: SealedKind): SealContext {
  const role = rulesOf(claims.ceremony).broughtBy?.[kind];
  const deviceThumbprint = role === undefined ? claims.deviceThumbprint : claims.parties?.[role];
  if (deviceThumbprint === undefined) throw new RangeError('nobody to seal it');
  return {
    ceremony: claims.ceremony,
    binding: sessionBinding({ ...claims, deviceThumbprint }),
    challengeId: claims.challengeId,
    nonce: decodeBase64url(claims.nonce),
    deviceThumbprint,
    kind,
    sequence: claims.samples.indexOf(kind) + 1,
    total: claims.samples.length,
  };
}
