import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { oneOf } from '../../../shared/contract/schema.ts';
import { type FaceActs, verifyIdLifetime } from './face-acts.ts';
import type { WechatApp } from './wechat-routes.ts';
import type { WechatTokens } from './wechat-tokens.ts';

/** 84001 to 84003 are the sandbox's own: of WeChat's it is only documented that they are not 0. */
const refusals = {
  'grant-type': { errcode: 40002, errmsg: 'invalid grant_type' },
  'app-id': { errcode: 40013, errmsg: 'invalid appid' },
  secret: { errcode: 40125, errmsg: 'invalid appsecret' },
  token: { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' },
  format: { errcode: 47001, errmsg: 'data format error' },
  'verify-id': { errcode: 84001, errmsg: 'invalid verify_id' },
  mismatch: { errcode: 84002, errmsg: 'out_seq_no, cert_hash or openid does not fit the verify_id' },
  undecided: { errcode: 84003, errmsg: 'not verified yet' },
} as const;

const TokenBody = Type.Object({
  grant_type: Type.String(),
  appid: Type.String(),
  secret: Type.String(),
});
const Text = Type.String({ minLength: 1, maxLength: 256 });
const OutSeqNo = Type.String({ pattern: '^[A-Za-z0-9_-]{5,32}$' });
const GetVerifyIdBody = Type.Object({
  out_seq_no: OutSeqNo,
  cert_info: Type.Object({ cert_type: oneOf(['IDENTITY_CARD']), cert_name: Text, cert_no: Text }),
  openid: Text,
});
const QueryBody = Type.Object({ verify_id: Text, out_seq_no: OutSeqNo, cert_hash: Text, openid: Text });

/** WeChat's face verifier: stable_token, getverifyid and queryverifyinfo. */
export function addWechatFaceRoutes(
  app: FastifyInstance,
  { appId, secret }: WechatApp,
  tokens: WechatTokens,
  checks: FaceActs,
  now: () => number,
): void {
  app.post('/cgi-bin/stable_token', ({ body }) => {
    if (!Value.Check(TokenBody, body)) return refusals.format;
    if (body.grant_type !== 'client_credential') return refusals['grant-type'];
    if (body.appid !== appId) return refusals['app-id'];
    return body.secret === secret ? tokens.current() : refusals.secret;
  });

  type Asked = { Querystring: { access_token?: string } };
  app.post<Asked>('/cityservice/face/identify/getverifyid', ({ query, body }) => {
    if (!tokens.isValid(query.access_token ?? '')) return refusals.token;
    if (!Value.Check(GetVerifyIdBody, body)) return refusals.format;
    const { out_seq_no: outSeqNo, cert_info: cert, openid: openId } = body;
    const verifyId = checks.open({ outSeqNo, openId, cert });
    if (verifyId === undefined) return refusals.format;
    return { errcode: 0, errmsg: 'ok', verify_id: verifyId, expires_in: verifyIdLifetime };
  });

  app.post<Asked>('/cityservice/face/identify/queryverifyinfo', ({ query, body }) => {
    if (!tokens.isValid(query.access_token ?? '')) return refusals.token;
    if (!Value.Check(QueryBody, body)) return refusals.format;
    const check = checks.find(body.verify_id);
    if (check === undefined || check.expiresAt <= now()) return refusals['verify-id'];
    const { outSeqNo, certHash, openId, verifyRet } = check;
    if (body.out_seq_no !== outSeqNo || body.cert_hash !== certHash || body.openid !== openId)
      return refusals.mismatch;
    return verifyRet === undefined ? refusals.undecided : { errcode: 0, errmsg: 'ok', verify_ret: verifyRet };
  });
}
