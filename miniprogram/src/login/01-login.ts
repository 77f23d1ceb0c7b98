import type { LoginAnswer } from '../../../shared/contract/login/01-login.ts';
import { isLoginAnswer } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { loginCode } from '../holder/login-code.ts';
import { patiently } from '../holder/patiently.ts';
import { keepLogin } from './01-login-by-device.ts';

/**
 * Logs in by the platform's own login, with a fresh code for each try; the token is bound to this phone's device key.
 * From then on the device key renews the token.
 * @throws HolderProblem login-refused, platform-unavailable, ...
 */
export async function login(holder: Holder): Promise<LoginAnswer> {
  const { platform } = holder;
  const answer = await patiently(platform.clock, async () => {
    const body = await loginCode(platform);
    return await callBff(holder, {
      method: 'POST',
      path: '/holder/v1/login',
      body,
      anonymous: true,
      form: isLoginAnswer,
    });
  });
  keepLogin(holder, answer);
  return answer;
}
