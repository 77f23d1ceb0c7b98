import type { BegunFaceClaims } from '../../../shared/contract/authority/04-platform-face.ts';
import { idPattern } from '../../../shared/ids.ts';
import { verifyEs256 } from '../../../shared/jws/verify-es256.ts';
import { untrusted } from '../holder/check-key-list.ts';
import { flag, type Guard, record, text, whole } from '../holder/guards.ts';
import type { FacePage } from '../platform/platform.ts';
import type { CheckedChallenge } from './check-challenge.ts';

const isBegun: Guard<BegunFaceClaims> = record(
  {
    iss: text(),
    iat: whole(0),
    sandbox: flag,
    challengeId: text(new RegExp(idPattern.chl)),
    nonce: text(/^[A-Za-z0-9_-]{43}$/),
    verifyId: text(/^[\x21-\x7e]{1,256}$/),
  },
  { url: text(/^https?:\/\/[\x21-\x7e]{1,4000}$/) },
);

/**
 * What the platform's page is opened with, if the authority itself made it for this challenge: else a BFF could have this
 * face looked at for another check.
 * @throws HolderProblem authority-untrusted
 */
export function checkBegun({ claims, keyList }: CheckedChallenge, jws: string): FacePage {
  let begun: unknown;
  try {
    begun = verifyEs256({
      jws,
      type: 'lz-platform-face+jwt',
      keyOf: (kid) => keyList.sign.find((key) => key.kid === kid)?.jwk,
    });
  } catch (cause) {
    throw untrusted('begun-signature', cause);
  }
  if (!isBegun(begun)) throw untrusted('begun-form');
  if (begun.iss !== claims.iss || begun.sandbox !== claims.sandbox) throw untrusted('begun-issuer');
  if (begun.challengeId !== claims.challengeId || begun.nonce !== claims.nonce)
    throw untrusted('begun-challenge');
  const { verifyId, url } = begun;
  return { verifyId, ...(url === undefined ? {} : { url }) };
}
