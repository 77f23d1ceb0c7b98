import type { LoginAnswer } from '../../../shared/contract/login/01-login.ts';
import { isLoginAnswer } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';

/**
 * Logs in by the device key alone, as after a reload in a browser.
 * @throws HolderProblem login-refused where this key is nobody's live one
 */
export async function loginByDevice(holder: Holder): Promise<LoginAnswer> {
  const answer = await callBff(holder, {
    method: 'POST',
    path: '/holder/v1/login',
    body: { platform: 'device' },
    anonymous: true,
    guard: isLoginAnswer,
  });
  keepLogin(holder, answer);
  return answer;
}

/** From now on calls carry the token, and the device key renews it once it has run out. */
export function keepLogin(holder: Holder, answer: LoginAnswer): void {
  const { link } = holder;
  link.accessToken = answer.accessToken;
  link.logIn = () => renewByDevice(holder);
  link.faceBy = answer.faceBy ?? 'phone';
  link.onLogin?.();
}

/**
 * Renews a token that has run out. The key was somebody's live one: refused, it has lost its place to another phone, which
 * is not to be taken back unasked.
 * @throws HolderProblem device-voided, ...
 */
export async function renewByDevice(holder: Holder): Promise<LoginAnswer> {
  return await loginByDevice(holder).catch((problem: unknown) => {
    if (!(problem instanceof HolderProblem) || problem.code !== 'login-refused') throw problem;
    throw new HolderProblem('device-voided', { cause: problem });
  });
}
