import type { LoginAnswer, LoginPlatform } from '../../../shared/contract/login/01-login.ts';
import { isLoginAnswer } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { patiently } from '../holder/patiently.ts';
import { DeviceError } from '../platform/device-error.ts';
import type { Platform } from '../platform/platform.ts';
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

/** A fresh code of the platform's own login. @throws HolderProblem login-refused, network-failed */
export async function loginCode(platform: Platform): Promise<{ platform: LoginPlatform; code: string }> {
  return await platform.loginCode().catch((cause: unknown) => {
    throw new HolderProblem(cause instanceof DeviceError ? 'login-refused' : 'network-failed', { cause });
  });
}
