import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { loginAgain } from '../login/01-login-again.ts';
import { loginByDevice } from '../login/01-login-by-device.ts';
import { readVoided } from './device-voided.ts';
import { askToLogIn } from './login-prompt.ts';
import { openHolder } from './open-holder.ts';
import { forgetReceipts } from './receipts.ts';

/** WeChat and Alipay know who somebody is; a browser asks for a code by SMS. */
export const loginWay: 'platform' | 'sms' = process.env.TARO_ENV === 'h5' ? 'sms' : 'platform';

/** Several at once are one login. */
let loggingIn: Promise<void> | undefined;

/**
 * This phone's holder, logged in. WeChat and Alipay do it silently; on H5 a known device key does. Else, and wherever another phone has taken
 * this one's place, the login page opens above this one, and this resolves when the person has signed in and is back.
 * @param before what goes on at the same time and comes before the person is asked to sign in; where it fails nobody is asked
 * @throws HolderProblem login-refused, network-failed, ...; and what `before` throws
 */
export async function ensureLoggedIn(before: Promise<unknown> = Promise.resolve()): Promise<Holder> {
  await logInSilently().catch(async (problem: unknown) => {
    if (!(problem instanceof HolderProblem) || problem.code !== 'login-refused') throw problem;
    if (loginWay === 'platform' && !(await readVoided())) throw problem;
    await before;
    // This key is nobody's, or another phone took its place while the app was closed: whoever signs in may be somebody else.
    await forgetReceipts().catch(() => undefined);
    await askToLogIn();
  });
  return await openHolder();
}

/** Logs in where nobody has to be asked. @throws HolderProblem login-refused where somebody has, ... */
export async function logInSilently(): Promise<void> {
  loggingIn ??= logIn().finally(() => {
    loggingIn = undefined;
  });
  return await loggingIn;
}

async function logIn(): Promise<void> {
  const holder = await openHolder();
  if (holder.link.accessToken !== undefined) return;
  if (await readVoided()) throw new HolderProblem('login-refused');
  await (loginWay === 'sms' ? loginByDevice(holder) : loginAgain(holder));
}
