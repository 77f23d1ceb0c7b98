import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { Problem } from '../../../../shared/problem.ts';
import type { PlatformLogin } from '../../ports/platforms.ts';
import { askPlatform, platformUnavailable } from '../platform/ask-platform.ts';

/** Other fields, `session_key` above all, are not read. `errcode` is absent, or 0, when all went well. */
const Answer = Compile(
  Type.Object({
    errcode: Type.Optional(Type.Integer()),
    openid: Type.Optional(Type.String({ maxLength: 128 })),
  }),
);

/** Invalid code, code used before, and a user whom WeChat holds for high-risk. All else is no fault of the person. */
const refusals: readonly number[] = [40029, 40163, 40226];

/**
 * `auth.code2Session` of WeChat (GET /sns/jscode2session): the subject is the openid. The unionid is left alone: it appears
 * when an operator joins the open platform, and everybody would become another holder that day. WeChat answers errors with
 * status 200 and an `errcode`.
 * @throws Problem login-refused, platform-unavailable
 */
export function wechatLogin(options: { url: string; appId: string; secret: string }): PlatformLogin {
  const base = options.url.replace(/\/$/, '');
  return async (code) => {
    const url = new URL(`${base}/sns/jscode2session`);
    url.search = new URLSearchParams({
      appid: options.appId,
      secret: options.secret,
      js_code: code,
      grant_type: 'authorization_code',
    }).toString();
    const { errcode = 0, openid } = parse(await askPlatform(url));
    if (refusals.includes(errcode)) throw new Problem('login-refused');
    if (errcode !== 0 || !openid) throw platformUnavailable(`errcode ${errcode}`);
    return { subject: openid };
  };
}

function parse(text: string) {
  try {
    return Answer.Parse(JSON.parse(text));
  } catch {
    throw platformUnavailable('answered something else than documented');
  }
}
