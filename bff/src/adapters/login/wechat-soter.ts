import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { CheckSoter, PlatformToken } from '../../ports/platforms.ts';
import { askPlatform, platformUnavailable } from '../platform/ask-platform.ts';

const Answer = Compile(
  Type.Object({ errcode: Type.Optional(Type.Integer()), is_ok: Type.Optional(Type.Boolean()) }),
);

/** An access token that is none any more: the next call fetches another. */
const tokenRefused: readonly number[] = [40001, 40014, 42001];
/** What WeChat documents of a text or a signature that is none, and of a person whom it does not know. */
const notGenuine: readonly number[] = [40003, 90009, 90010, 90011, 90012, 90013];

/**
 * `soter.verifySignature` of WeChat (POST /cgi-bin/soter/verify_signature): genuine where it answers `is_ok` and nothing else.
 * @throws Problem platform-unavailable
 */
export function wechatSoter({ url, token }: { url: string; token: PlatformToken }): CheckSoter {
  const base = url.replace(/\/$/, '');
  return async (openId, { json, signature }) => {
    const accessToken = await token.current();
    const asked = new URL(`${base}/cgi-bin/soter/verify_signature`);
    asked.search = new URLSearchParams({ access_token: accessToken }).toString();
    const { errcode = 0, is_ok: isOk } = parse(
      await askPlatform(asked, { openid: openId, json_string: json, json_signature: signature }),
    );
    if (tokenRefused.includes(errcode)) token.forget(accessToken);
    if (notGenuine.includes(errcode)) return false;
    if (errcode !== 0) throw platformUnavailable(`errcode ${errcode}`);
    return isOk === true;
  };
}

function parse(text: string) {
  try {
    return Answer.Parse(JSON.parse(text));
  } catch {
    throw platformUnavailable('answered something else than documented');
  }
}
