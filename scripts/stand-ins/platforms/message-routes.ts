import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { loginPlatforms } from '../../../shared/contract/login/01-login.ts';
import { exact, oneOf } from '../../../shared/contract/schema.ts';
import { openIdOf } from './accounts.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { WechatTokens } from './wechat-tokens.ts';

const Words = Type.Record(Type.String(), Type.Object({ value: Type.String({ maxLength: 20 }) }));

/** The fields of `subscribeMessage.send`; a `thing` has twenty characters at most. */
const WechatMessage = Type.Object({
  touser: Type.String({ minLength: 1, maxLength: 64 }),
  template_id: Type.String({ minLength: 1, maxLength: 64 }),
  page: Type.String(),
  lang: oneOf(['zh_CN', 'en_US', 'zh_HK', 'zh_TW']),
  data: Words,
});

/** The content of `alipay.open.app.mini.templatemessage.send` to who subscribed. */
const AlipayMessage = Type.Object({
  to_open_id: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  to_user_id: Type.Optional(Type.String({ pattern: '^2088[0-9]{12}$' })),
  user_template_id: Type.String({ minLength: 1, maxLength: 64 }),
  page: Type.String({ minLength: 1, maxLength: 128 }),
  data: Type.String({ maxLength: 2048 }),
});

const AllowBody = exact({
  platform: oneOf(loginPlatforms),
  account: Type.String({ minLength: 1, maxLength: 64 }),
  templates: Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems: 1, maxItems: 3 }),
});

/**
 * `POST /cgi-bin/message/subscribe/send` as WeChat documents it; `POST /sandbox/v1/subscriptions {platform, account, templates}`, which
 * stands for the person who taps *allow*; and `GET /sandbox/v1/platform-messages`, what both platforms took.
 */
export function addMessageRoutes(
  app: FastifyInstance,
  given: { appIds: { wechat: string; alipay: string }; tokens: WechatTokens; subscriptions: Subscriptions },
): void {
  const { appIds, tokens, subscriptions } = given;
  app.post<{ Querystring: { access_token?: string } }>(
    '/cgi-bin/message/subscribe/send',
    ({ query, body }, reply) => reply.type('text/plain').send(JSON.stringify(answer(query, body))),
  );
  app.post('/sandbox/v1/subscriptions', ({ body }, reply) => {
    if (!Value.Check(AllowBody, body)) return reply.code(400).send({ error: 'platform, account, templates' });
    const { platform, account, templates } = body;
    subscriptions.allow(platform, openIdOf(appIds[platform], account), templates);
    return reply.code(201).send({ allowed: true });
  });
  app.get('/sandbox/v1/platform-messages', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ messages: subscriptions.sent() }),
  );

  function answer({ access_token: token = '' }: { access_token?: string }, body: unknown) {
    if (!tokens.isValid(token)) return { errcode: 40001, errmsg: 'invalid credential' };
    if (!Value.Check(WechatMessage, body)) return { errcode: 47003, errmsg: 'argument invalid' };
    const { touser: subject, template_id: template, page, data } = body;
    const words = Object.values(data).map(({ value }) => value);
    const taken = subscriptions.take({ platform: 'wechat', subject, template, page, words });
    return taken ? { errcode: 0, errmsg: 'ok' } : { errcode: 43101, errmsg: 'user refuse to accept the msg' };
  }
}

/** What Alipay answers to a template message: the members of its response. */
export function answerAlipayMessage(subscriptions: Subscriptions, content: unknown): Record<string, string> {
  const failed = (subCode: string) => ({ code: '40004', msg: 'Business Failed', sub_code: subCode });
  if (!Value.Check(AlipayMessage, content)) return failed('INVALID_PARAMETER');
  const { to_open_id: openId, to_user_id: userId, user_template_id: template, page, data } = content;
  const words = wordsOf(data);
  if (words === undefined) return failed('INVALID_PARAMETER');
  const subject = openId ?? userId ?? '';
  const taken = subscriptions.take({ platform: 'alipay', subject, template, page, words });
  return taken ? { code: '10000', msg: 'Success' } : failed('USER_NOT_SUBSCRIBED');
}

function wordsOf(data: string): string[] | undefined {
  try {
    const read: unknown = JSON.parse(data);
    return Value.Check(Words, read) ? Object.values(read).map(({ value }) => value) : undefined;
  } catch {
    return undefined;
  }
}
