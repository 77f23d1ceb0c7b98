import type { FastifyInstance } from 'fastify';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import { type LoginCodes, openIdOf } from './accounts.ts';

export interface WechatApp {
  appId: string;
  secret: string;
}

/** The errcodes that auth.code2Session documents, and those of wrong parameters. */
const refusals = {
  'grant-type': { errcode: 40002, errmsg: 'invalid grant_type' },
  'app-id': { errcode: 40013, errmsg: 'invalid appid' },
  secret: { errcode: 40125, errmsg: 'invalid appsecret' },
  'code-missing': { errcode: 41008, errmsg: 'missing code' },
  unknown: { errcode: 40029, errmsg: 'invalid code' },
  used: { errcode: 40163, errmsg: 'code been used' },
} as const;

/** `GET /sns/jscode2session`. Every answer is HTTP 200 with JSON that calls itself text/plain, as WeChat sends it. */
export function addWechatRoutes(
  app: FastifyInstance,
  { appId, secret }: WechatApp,
  codes: LoginCodes,
  random: Random,
): void {
  app.get<{ Querystring: Record<string, string | undefined> }>('/sns/jscode2session', (request, reply) => {
    const { appid, secret: shown, js_code: code, grant_type: grantType } = request.query;
    return reply.type('text/plain').send(JSON.stringify(answer()));

    function answer() {
      if (appid !== appId) return refusals['app-id'];
      if (shown !== secret) return refusals.secret;
      if (grantType !== 'authorization_code') return refusals['grant-type'];
      if (code === undefined || code === '') return refusals['code-missing'];
      const redeemed = codes.redeem('wechat', code);
      if ('refused' in redeemed) return refusals[redeemed.refused];
      const sessionKey = Buffer.from(random(16)).toString('base64');
      const unionid = `u${encodeBase64url(Buffer.from(openIdOf('union', redeemed.account))).slice(0, 27)}`;
      return { session_key: sessionKey, openid: openIdOf(appId, redeemed.account), unionid };
    }
  });
}
