import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { login } from '../login/01-login.ts';
import { loginByDevice } from '../login/01-login-by-device.ts';
import { clearVoided } from './device-voided.ts';
import { askToLogIn } from './login-prompt.ts';
import { openHolder } from './open-holder.ts';

/** WeChat and Alipay know who somebody is; a browser asks for a code by SMS. */
export const loginWay: 'platform' | 'sms' = process.env.TARO_ENV === 'h5' ? 'sms' : 'platform';

/**
 * This phone's holder, logged in. WeChat and Alipay do it silently; on H5 a known device key does, else the login page opens
 * above this one, and this resolves when the person has signed in and is back.
 * @param before what goes on at the same time and comes before the person is asked to sign in; where it fails nobody is asked
 * @throws HolderProblem login-refused, network-failed, ...; and what `before` throws
 */
export async function ensureLoggedIn(before: Promise<unknown> = Promise.resolve()): Promise<Holder> {
  const holder = await openHolder();
  if (holder.link.accessToken !== undefined) return holder;
  if (loginWay === 'platform') {
    await login(holder);
    clearVoided();
  } else {
    await loginByDevice(holder).catch(async (problem: unknown) => {
      if (!(problem instanceof HolderProblem) || problem.code !== 'login-refused') throw problem;
      await before;
      await askToLogIn();
    });
  }
  return await openHolder();
}
