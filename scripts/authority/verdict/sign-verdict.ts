import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { newId } from '../../../shared/ids.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';

const typ = 'lz-verdict+jwt';

/**
 * Signs a decided verdict by the current key, each time it is read: a verdict outlives the rotation of keys. Scripts
 * may bend it, so that a BFF can be shown to notice.
 */
export function signVerdict({ keys, random, scenarios }: AuthorityPorts, decided: VerdictClaims): string {
  const { sessionId } = decided;
  const duplicate = scenarios.use('duplicate', sessionId);
  const second = duplicate !== undefined && duplicate.uses > 1 ? { outcome: duplicate.outcome } : {};
  const elsewhere = scenarios.use('verdict-for-another-session', sessionId);
  const moved = elsewhere === undefined ? {} : { sessionId: newId('ses', random) };
  const claims: VerdictClaims = { ...decided, ...second, ...moved };
  if (scenarios.use('forged-verdict', sessionId) === undefined) return keys.sign(typ, claims);
  const kid = keys.list().sign[0]?.kid ?? '';
  return signEs256({
    header: { typ, kid },
    payload: claims,
    privateKey: makeDeviceKey(random).privateKey,
  });
}
