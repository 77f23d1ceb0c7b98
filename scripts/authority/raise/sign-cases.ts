import type { ReviewCaseClaims, ToldCases } from '../../../shared/contract/raise/08-decision.ts';
import type { ShiftId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { signKeyList } from '../keys/sign-key-list.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Case } from '../ports/officers.ts';
import { reviewCase } from './case-view.ts';

/** Cases as this shift is told of them, each signed: whoever carries them to the officer's page makes nothing else of them on the way. */
export function signCases(ports: AuthorityPorts, shiftId: ShiftId, cases: readonly Case[]): ToldCases {
  const { keys, now, settings } = ports;
  const iat = Math.floor(now() / 1000);
  const common = { iss: settings.issuer, iat, exp: iat + limits.reviewTold / 1000, sandbox: true, shiftId };
  const signed = cases.map((found) => {
    const claims: ReviewCaseClaims = { ...common, ...reviewCase(found) };
    return keys.sign('lz-review-case+jwt', claims);
  });
  return { cases: signed, keyList: signKeyList(ports) };
}
