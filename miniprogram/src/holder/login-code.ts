import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';
import { DeviceError } from '../platform/device-error.ts';
import type { Platform } from '../platform/platform.ts';
import { HolderProblem } from './holder-problem.ts';

/** A fresh code of the platform's own login. @throws HolderProblem login-refused, network-failed */
export async function loginCode(platform: Platform): Promise<{ platform: LoginPlatform; code: string }> {
  return await platform.loginCode().catch((cause: unknown) => {
    throw new HolderProblem(cause instanceof DeviceError ? 'login-refused' : 'network-failed', { cause });
  });
}
