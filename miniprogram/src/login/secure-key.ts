import type { SoterProof } from '../../../shared/contract/login/01-soter.ts';
import { isSoterChallenge } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';

/**
 * The signature of the phone's secure key (SOTER) for a login of this device key, where the phone has one and its owner lays the finger on;
 * undefined where it has none or the owner turned back: the login goes on without it, and the BFF judges what that means.
 * @throws HolderProblem network-failed, ...
 */
export async function signBySecureKey(holder: Holder): Promise<SoterProof | undefined> {
  const { secureKey } = holder.platform;
  if (secureKey === undefined || !(await secureKey.ready().catch(() => false))) return undefined;
  const { challenge } = await callBff(holder, {
    method: 'POST',
    path: '/holder/v1/login/soter',
    anonymous: true,
    guard: isSoterChallenge,
  });
  return await secureKey.sign(challenge).catch(() => undefined);
}
