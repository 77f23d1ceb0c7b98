import type { LoginAnswer } from '../../../shared/contract/login/01-login.ts';
import { isLoginAnswer } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { keepLogin } from './keep-login.ts';

/**
 * Logs in by the device key alone, as after a reload in a browser; also renews a token that has run out.
 * @throws HolderProblem login-refused where this key is nobody's live one
 */
export async function loginByDevice(holder: Holder): Promise<LoginAnswer> {
  const answer = await callBff(holder, {
    method: 'POST',
    path: '/holder/v1/login',
    body: { platform: 'device' },
    anonymous: true,
    form: isLoginAnswer,
  });
  keepLogin(holder, answer, () => loginByDevice(holder));
  return answer;
}
