import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { Problem } from '../../../../shared/problem.ts';
import type { PlatformLogin } from '../../ports/platforms.ts';
import { type AlipayGatewayOptions, alipayGateway, readJson } from '../platform/alipay-gateway.ts';
import { platformUnavailable } from '../platform/ask-platform.ts';

/** Applications of the newer kind get `open_id`, older ones `user_id`. The tokens are not read. */
const Granted = Compile(
  Type.Object({
    open_id: Type.Optional(Type.String({ maxLength: 128 })),
    user_id: Type.Optional(Type.String({ maxLength: 128 })),
  }),
);
const Refused = Compile(
  Type.Object({
    code: Type.String({ pattern: '^[0-9]{1,8}$' }),
    sub_code: Type.Optional(Type.String({ pattern: '^[A-Za-z._-]{1,100}$' })),
  }),
);

/**
 * `alipay.system.oauth.token` of Alipay's open platform. What is read is exactly the text under Alipay's signature.
 * @throws Problem login-refused, platform-unavailable; Error at the start when a key is no RSA key
 */
export function alipayLogin(options: AlipayGatewayOptions): PlatformLogin {
  const gateway = alipayGateway(options);
  return async (code) => {
    const asked = { grant_type: 'authorization_code', code };
    const told = await gateway.ask('alipay.system.oauth.token', asked);
    if ('error' in told) throw refusal(told.error);
    const granted = readJson(told.answer, Granted);
    const subject = granted?.open_id || granted?.user_id;
    if (!subject) throw refusal(told.answer);
    return { subject };
  };
}

/** A code that is unknown, used or expired is the phone's affair; all else is between the operator and Alipay. */
function refusal(raw: string | undefined): Problem {
  const refused = raw === undefined ? undefined : readJson(raw, Refused);
  if (refused?.sub_code?.startsWith('isv.code-')) return new Problem('login-refused');
  return platformUnavailable(`code ${refused?.code ?? 'missing'}, ${refused?.sub_code ?? 'no sub_code'}`);
}
