import { Value } from 'typebox/value';
import { KeyListClaims } from '../../../shared/contract/authority/keys.ts';
import {
  type ReviewCase,
  ReviewCaseClaims,
  type ToldCases,
} from '../../../shared/contract/raise/08-decision.ts';
import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';
import { verifyEs256 } from '../../../shared/jws/verify-es256.ts';

/** The cases that the authority tells this shift of, by the pinned root alone. @throws JwsError, TypeError */
export function readCases(
  { cases, keyList }: ToldCases,
  expected: { root: PublicJwk; shiftId: string },
): ReviewCase[] {
  const keys: unknown = verifyEs256({ jws: keyList, type: 'lz-keys+jwt', keyOf: () => expected.root });
  if (!Value.Check(KeyListClaims, keys)) throw new TypeError('no key list');
  const keyOf = (kid: string) => keys.sign.find((key) => key.kid === kid)?.jwk;
  return cases.map((jws) => {
    const claims: unknown = verifyEs256({ jws, type: 'lz-review-case+jwt', keyOf });
    if (!Value.Check(ReviewCaseClaims, claims)) throw new TypeError('no case');
    const { iss: _iss, iat: _iat, exp: _exp, sandbox: _sandbox, shiftId, ...found } = claims;
    if (shiftId !== expected.shiftId) throw new TypeError('a case for another shift');
    return found;
  });
}
