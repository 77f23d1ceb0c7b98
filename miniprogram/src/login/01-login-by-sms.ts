import type { LoginAnswer } from '../../../shared/contract/login/01-login.ts';
import { isLoginAnswer } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { keepLogin } from './01-login-by-device.ts';

/**
 * Logs in by the six digits of an SMS; from then on the device key renews the token. Not repeated by itself, since a code counts once.
 * @throws HolderProblem sms-code-wrong, sms-code-over, ...
 */
export async function loginBySms(
  holder: Holder,
  typed: { phone: string; code: string },
): Promise<LoginAnswer> {
  const answer = await callBff(holder, {
    method: 'POST',
    path: '/holder/v1/login',
    body: { platform: 'sms', ...typed },
    anonymous: true,
    guard: isLoginAnswer,
  });
  keepLogin(holder, answer);
  return answer;
}
