import { loginCall } from '../../../shared/contract/login/01-login.ts';
import { sendCodeCall } from '../../../shared/contract/login/01-send-code.ts';
import { soterChallengeCall } from '../../../shared/contract/login/01-soter.ts';
import { type HolderApi, loginRoute } from '../http/routes/route.ts';
import { login } from './01-login.ts';
import { sendCode } from './01-send-code.ts';
import { soterChallenge } from './01-soter.ts';

/** How a phone gets its token. */
export const loginOnPhone: HolderApi = {
  login: loginRoute(loginCall, (ports, { body, deviceThumbprint, source }, sign) =>
    login(ports, { ...body, deviceThumbprint, source }, sign),
  ),
  challengeSecureKey: loginRoute(soterChallengeCall, (ports, { deviceThumbprint, source }) =>
    soterChallenge(ports, { deviceThumbprint, source }),
  ),
  sendLoginCode: loginRoute(sendCodeCall, (ports, { body, deviceThumbprint, source }) =>
    sendCode(ports, { ...body, deviceThumbprint, source }),
  ),
};
