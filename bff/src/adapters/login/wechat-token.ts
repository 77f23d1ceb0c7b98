import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import * as limits from '../../../../shared/limits.ts';
import type { PlatformToken } from '../../ports/platforms.ts';
import { askPlatform, platformUnavailable } from '../platform/ask-platform.ts';

const Answer = Compile(
  Type.Object({
    access_token: Type.String({ pattern: '^[\\x21-\\x7e]{1,1024}$' }),
    expires_in: Type.Integer({ minimum: 1, maximum: 7 * 24 * 3600 }),
  }),
);

/**
 * The mini-program's access token at WeChat (POST /cgi-bin/stable_token, normal mode), kept until shortly before its end;
 * callers at the same moment share one request.
 * @throws Problem platform-unavailable
 */
export function wechatToken(options: {
  url: string;
  appId: string;
  secret: string;
  now: () => number;
}): PlatformToken {
  const url = new URL(`${options.url.replace(/\/$/, '')}/cgi-bin/stable_token`);
  let kept: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const { appId: appid, secret, now } = options;
    const asked = now();
    const { access_token: token, expires_in: seconds } = parse(
      await askPlatform(url, { grant_type: 'client_credential', appid, secret }),
    );
    kept = { token, until: asked + seconds * 1000 - limits.platformTokenMargin };
    return token;
  }

  return {
    current() {
      if (kept !== undefined && options.now() < kept.until) return Promise.resolve(kept.token);
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    forget(token) {
      if (kept?.token === token) kept = undefined;
    },
  };
}

function parse(text: string) {
  try {
    return Answer.Parse(JSON.parse(text));
  } catch {
    throw platformUnavailable('gave no access token');
  }
}
