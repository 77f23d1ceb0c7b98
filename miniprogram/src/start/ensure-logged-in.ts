import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { login } from '../login/01-login.ts';
import { loginByDevice } from '../login/01-login-by-device.ts';
import { askToLogIn } from './login-door.ts';
import { loginWay } from './login-way.ts';
import { openHolder } from './open-holder.ts';
import { welcomeHere } from './void-state.ts';

/**
 * This phone's holder, logged in. WeChat and Alipay do it silently; on H5 a known device key does, else the login page opens above this one, and this
 * resolves when the person has signed in and is back.
 * @throws HolderProblem login-refused, network-failed, ...
 */
export async function ensureLoggedIn(): Promise<Holder> {
  const holder = await openHolder();
  if (holder.link.accessToken !== undefined) return holder;
  if (loginWay === 'platform') {
    await login(holder);
    welcomeHere();
  } else {
    await loginByDevice(holder).catch((problem: unknown) => {
      if (problem instanceof HolderProblem && problem.code === 'login-refused') return askToLogIn();
      throw problem;
    });
  }
  return await openHolder();
}
