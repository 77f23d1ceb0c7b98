import type { LoginAnswer } from '../../../shared/contract/login/01-login.ts';
import type { SoterProof } from '../../../shared/contract/login/01-soter.ts';
import { isLoginAnswer } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { loginCode } from '../holder/login-code.ts';
import { patiently } from '../holder/patiently.ts';
import { keepLogin } from './01-login-by-device.ts';
import { signBySecureKey } from './secure-key.ts';

/**
 * Logs in by the platform's own login, with a fresh code for each try; the token is bound to this phone's device key, for which the
 * phone's secure key signs, where there is one: once, and asked again at each login until its owner has laid the finger on.
 * From then on the device key renews the token.
 * @throws HolderProblem login-refused, platform-unavailable, ...
 */
export async function login(holder: Holder): Promise<LoginAnswer> {
  const { platform } = holder;
  const isSigned = (await platform.storage.read('bound')) === 'signed';
  let soter: SoterProof | undefined;
  const answer = await patiently(platform.clock, async () => {
    soter = isSigned ? undefined : await signBySecureKey(holder);
    const body = { ...(await loginCode(platform)), ...(soter && { soter }) };
    return await callBff(holder, {
      method: 'POST',
      path: '/holder/v1/login',
      body,
      anonymous: true,
      guard: isLoginAnswer,
    });
  });
  keepLogin(holder, answer);
  await platform.storage.write('bound', isSigned || soter ? 'signed' : 'yes');
  return answer;
}
