import { loginCall } from '../../../shared/contract/login/01-login.ts';
import { sendCodeCall } from '../../../shared/contract/login/01-send-code.ts';
import { type HolderApi, loginRoute } from '../http/routes/route.ts';
import { login } from './01-login.ts';
import { sendCode } from './01-send-code.ts';

/** How a phone gets its token. */
export const loginOnPhone: HolderApi = {
  login: loginRoute(loginCall, (ports, { body, deviceThumbprint, source }, sign) =>
    login(ports, { ...body, deviceThumbprint, source }, sign),
  ),
  sendLoginCode: loginRoute(sendCodeCall, (ports, { body, deviceThumbprint, source }) =>
    sendCode(ports, { ...body, deviceThumbprint, source }),
  ),
};
