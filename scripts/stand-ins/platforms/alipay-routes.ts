import type { KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { encodeHex } from '../../../shared/bytes/hex.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import { type LoginCodes, openIdOf, userIdOf } from './accounts.ts';
import type { AlipayCertify } from './alipay-certify.ts';
import { signedContent, signRsa2, verifyRsa2 } from './alipay-sign.ts';
import { answerAlipayMessage } from './message-routes.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface AlipayApp {
  appId: string;
  /** Checks the app's requests. */
  appPublicKey: KeyObject;
  /** Signs the platform's answers. */
  platformPrivateKey: KeyObject;
}

/** Sub codes of the gateway's answer 40002, "Invalid Arguments". */
const refusals = {
  'isv.invalid-app-id': '无效的AppID参数',
  'isv.invalid-method': '不存在的方法名',
  'isv.invalid-signature-type': '无效签名类型',
  'isv.invalid-signature': '无效签名',
  'isv.invalid-charset': '无效的charset参数',
  'isv.invalid-timestamp': '非法的时间戳参数',
  'isv.invalid-version': '版本错误',
  'isv.grant-type-invalid': '授权类型grant_type错误',
  'isv.code-invalid': '授权码code无效',
} as const;

type Refusal = keyof typeof refusals;

const loginMethod = 'alipay.system.oauth.token';
const messageMethod = 'alipay.open.app.mini.templatemessage.send';
const certifyMethods = ['initialize', 'query'].map((verb) => `alipay.user.certify.open.${verb}`);

/** `POST /gateway.do`: `alipay.system.oauth.token`, `alipay.user.certify.open.*` and template messages. Every answer is HTTP 200; its signature is over the inner object's text. */
export function addAlipayRoutes(
  app: FastifyInstance,
  { appId, appPublicKey, platformPrivateKey }: AlipayApp,
  codes: LoginCodes,
  given: { certify: AlipayCertify; subscriptions: Subscriptions; random: Random; now: () => number },
): void {
  const { certify, subscriptions, random, now } = given;
  app.post('/gateway.do', (request, reply) => {
    const params = readParams(request.url, request.body);
    const refusal = check(params);
    const method = params.get('method') ?? '';
    if (refusal === undefined && method !== loginMethod) {
      const content = readContent(params.get('biz_content') ?? '');
      const told =
        method === messageMethod
          ? answerAlipayMessage(subscriptions, content)
          : certify.answer(method.split('.').at(-1) ?? '', content);
      const member = `${method.replaceAll('.', '_')}_response`;
      return reply.type('application/json').send(signed(member, JSON.stringify(told)));
    }
    const redeemed = refusal === undefined ? codes.redeem('alipay', params.get('code') ?? '') : undefined;
    if (redeemed === undefined || 'refused' in redeemed) {
      return reply.type('application/json').send(refused(refusal ?? 'isv.code-invalid'));
    }
    const text = JSON.stringify({
      access_token: encodeHex(random(20)),
      auth_start: new Date(now()).toISOString().slice(0, 19).replace('T', ' '),
      expires_in: 1_296_000,
      open_id: openIdOf(appId, redeemed.account),
      re_expires_in: 2_592_000,
      refresh_token: encodeHex(random(20)),
      user_id: userIdOf(redeemed.account),
    });
    return reply.type('application/json').send(signed('alipay_system_oauth_token_response', text));
  });

  function check(params: ReadonlyMap<string, string>): Refusal | undefined {
    if (params.get('app_id') !== appId) return 'isv.invalid-app-id';
    if (params.get('sign_type') !== 'RSA2') return 'isv.invalid-signature-type';
    if (!verifyRsa2(signedContent(params), params.get('sign') ?? '', appPublicKey)) {
      return 'isv.invalid-signature';
    }
    const method = params.get('method') ?? '';
    if (![loginMethod, messageMethod, ...certifyMethods].includes(method)) return 'isv.invalid-method';
    if (params.get('charset')?.toLowerCase() !== 'utf-8') return 'isv.invalid-charset';
    if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(params.get('timestamp') ?? ''))
      return 'isv.invalid-timestamp';
    if (params.get('version') !== '1.0') return 'isv.invalid-version';
    if (method === loginMethod && params.get('grant_type') !== 'authorization_code')
      return 'isv.grant-type-invalid';
    return undefined;
  }

  function refused(code: Refusal): string {
    const answer = { code: '40002', msg: 'Invalid Arguments', sub_code: code, sub_msg: refusals[code] };
    return signed('error_response', JSON.stringify(answer));
  }

  function signed(member: string, text: string): string {
    return `{"${member}":${text},"sign":"${signRsa2(text, platformPrivateKey)}"}`;
  }
}

function readContent(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Parameters may stand in the query, in the form body, or in both. */
function readParams(url: string, body: unknown): Map<string, string> {
  const query = new URL(url, 'http://localhost').searchParams;
  const form = new URLSearchParams(typeof body === 'string' ? body : '');
  return new Map([...query, ...form]);
}
