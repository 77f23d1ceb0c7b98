import Fastify, { type FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Random } from '../../../shared/bytes/random.ts';
import { loginPlatforms } from '../../../shared/contract/login/01-login.ts';
import { exact, oneOf } from '../../../shared/contract/schema.ts';
import { makeLoginCodes, openIdOf } from './accounts.ts';
import { makeAlipayCertify } from './alipay-certify.ts';
import { type AlipayApp, addAlipayRoutes } from './alipay-routes.ts';
import { acts, makeFaceActs } from './face-acts.ts';
import { addInboxRoutes } from './inbox-routes.ts';
import { addMessageRoutes } from './message-routes.ts';
import { makeSubscriptions } from './subscriptions.ts';
import { addWechatFaceRoutes } from './wechat-face-routes.ts';
import { addWechatRoutes, type WechatApp } from './wechat-routes.ts';
import { addWechatSoterRoutes, makeSoterPhones } from './wechat-soter.ts';
import { makeWechatTokens } from './wechat-tokens.ts';

export interface PlatformOptions {
  wechat: WechatApp;
  alipay: AlipayApp;
  now(): number;
  random: Random;
}

const CodeBody = exact({
  platform: oneOf(loginPlatforms),
  account: Type.String({ minLength: 1, maxLength: 64 }),
});

const ActBody = exact({
  verifyId: Type.String({ minLength: 1, maxLength: 256 }),
  account: Type.String({ minLength: 1, maxLength: 64 }),
  act: oneOf(acts),
});

/**
 * The two platforms of the sandbox, as far as their documented HTTP APIs are used for login and faces, an inbox that stands for every
 * phone's messages, `POST /sandbox/v1/face-acts {verifyId, account, act}`, which stands for the person before a platform's own
 * camera, `POST /sandbox/v1/codes {platform, account}`, which stands for `wx.login` and `my.getAuthCode` on a phone, and `POST /sandbox/v1/soter`
 * for the secure part of one.
 */
export function buildPlatform({ wechat, alipay, now, random }: PlatformOptions): FastifyInstance {
  const app = Fastify({ logger: false, forceCloseConnections: true, bodyLimit: 16 * 1024 });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
  const codes = makeLoginCodes(now, random);
  addWechatRoutes(app, wechat, codes, random);
  const faces = makeFaceActs(now, random);
  const certify = makeAlipayCertify(now, random);
  const tokens = makeWechatTokens(now, random);
  addWechatFaceRoutes(app, wechat, tokens, faces, now);
  addWechatSoterRoutes(app, tokens, makeSoterPhones(random), (account) => openIdOf(wechat.appId, account));
  const subscriptions = makeSubscriptions(now);
  addMessageRoutes(app, {
    appIds: { wechat: wechat.appId, alipay: alipay.appId },
    ...{ tokens, subscriptions },
  });
  addAlipayRoutes(app, alipay, codes, { certify, subscriptions, random, now });
  addInboxRoutes(app, now);
  app.post('/sandbox/v1/face-acts', ({ body }, reply) => {
    if (!Value.Check(ActBody, body)) return reply.code(400).send({ error: 'verifyId, account, act' });
    const { verifyId, account, act } = body;
    const played = faces.play(verifyId, openIdOf(wechat.appId, account), act) || certify.play(verifyId, act);
    return reply.code(played ? 200 : 409).send({ played });
  });
  app.post('/sandbox/v1/codes', (request, reply) => {
    if (!Value.Check(CodeBody, request.body)) return reply.code(400).send({ error: 'platform, account' });
    const { platform, account } = request.body;
    return reply.code(201).send({ code: codes.mint(platform, account) });
  });
  return app;
}
