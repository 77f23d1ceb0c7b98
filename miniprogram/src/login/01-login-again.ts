import type { LoginAnswer } from '../../../shared/contract/login/01-login.ts';
import type { Holder } from '../holder/holder.ts';
import { login } from './01-login.ts';
import { renewByDevice } from './01-login-by-device.ts';

/**
 * Logs in where the platform knows who somebody is. A device key that the account has used already does it by itself: refused, it has lost
 * its place to another phone, which is not taken back unasked.
 * @throws HolderProblem device-voided, login-refused, platform-unavailable, ...
 */
export async function loginAgain(holder: Holder): Promise<LoginAnswer> {
  const isBound = (await holder.platform.storage.read('bound')) !== undefined;
  return await (isBound ? renewByDevice(holder) : login(holder));
}
