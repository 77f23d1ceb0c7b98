import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Random } from '../../../shared/bytes/random.ts';
import { codeLifetime } from './accounts.ts';
import { signedContent, signRsa2, verifyRsa2 } from './alipay-sign.ts';
import { buildPlatform } from './build-platform.ts';

const random: Random = (length) => new Uint8Array(randomBytes(length));
const appKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const platformKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const clock = { at: 0 };
let app: ReturnType<typeof buildPlatform>;

beforeEach(() => {
  clock.at = Date.parse('2026-11-21T08:00:00Z');
  app = buildPlatform({
    wechat: { appId: 'wx1', secret: 's3cret' },
    alipay: { appId: '2021', appPublicKey: appKeys.publicKey, platformPrivateKey: platformKeys.privateKey },
    now: () => clock.at,
    random,
  });
});

async function mint(platform: string, account: string): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: '/sandbox/v1/codes',
    payload: { platform, account },
  });
  return answer.json().code;
}

async function jscode2session(code: string, changes: Record<string, string> = {}) {
  const query = {
    appid: 'wx1',
    secret: 's3cret',
    js_code: code,
    grant_type: 'authorization_code',
    ...changes,
  };
  const answer = await app.inject({ method: 'GET', url: '/sns/jscode2session', query });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

describe('WeChat', () => {
  it('gives one account the same openid each time, and another account another', async () => {
    const first = await jscode2session(await mint('wechat', 'p01'));
    const again = await jscode2session(await mint('wechat', 'p01'));
    const other = await jscode2session(await mint('wechat', 'p02'));
    expect(first.openid).toMatch(/^o[\w-]{27}$/);
    expect(again.openid).toBe(first.openid);
    expect(other.openid).not.toBe(first.openid);
  });

  it('refuses a code that was used, that is old, that is unknown and that Alipay gave', async () => {
    const used = await mint('wechat', 'p01');
    await jscode2session(used);
    expect((await jscode2session(used)).errcode).toBe(40163);
    const old = await mint('wechat', 'p01');
    clock.at += codeLifetime;
    expect((await jscode2session(old)).errcode).toBe(40029);
    expect((await jscode2session('guessed')).errcode).toBe(40029);
    expect((await jscode2session(await mint('alipay', 'p01'))).errcode).toBe(40029);
  });

  it('refuses another app, a wrong secret, another grant type and no code', async () => {
    const code = await mint('wechat', 'p01');
    expect((await jscode2session(code, { appid: 'wx2' })).errcode).toBe(40013);
    expect((await jscode2session(code, { secret: 'x' })).errcode).toBe(40125);
    expect((await jscode2session(code, { grant_type: 'x' })).errcode).toBe(40002);
    expect((await jscode2session('')).errcode).toBe(41008);
    expect((await jscode2session(code)).errcode).toBeUndefined();
  });
});

async function oauthToken(code: string, changes: Record<string, string> = {}) {
  const params = new Map(
    Object.entries({
      app_id: '2021',
      method: 'alipay.system.oauth.token',
      format: 'JSON',
      charset: 'utf-8',
      sign_type: 'RSA2',
      timestamp: '2026-11-21 16:00:00',
      version: '1.0',
      grant_type: 'authorization_code',
      code,
      ...changes,
    }),
  );
  if (!params.has('sign')) params.set('sign', signRsa2(signedContent(params), appKeys.privateKey));
  const answer = await app.inject({
    method: 'POST',
    url: '/gateway.do',
    payload: new URLSearchParams([...params]).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
  });
  expect(answer.statusCode).toBe(200);
  const [, member, text, signature] = /^\{"(\w+)":(\{.*\}),"sign":"([^"]+)"\}$/.exec(answer.body) ?? [];
  expect(verifyRsa2(text ?? '', signature ?? '', platformKeys.publicKey)).toBe(true);
  return { member, ...JSON.parse(text ?? '') };
}

describe('Alipay', () => {
  it('gives one account the same ids each time, in an answer that it signs', async () => {
    const first = await oauthToken(await mint('alipay', 'p01'));
    const again = await oauthToken(await mint('alipay', 'p01'));
    expect(first.member).toBe('alipay_system_oauth_token_response');
    expect(first.user_id).toMatch(/^2088\d{12}$/);
    expect([again.user_id, again.open_id]).toEqual([first.user_id, first.open_id]);
  });

  it('refuses a code that was used or is old, in a signed answer too', async () => {
    const used = await mint('alipay', 'p01');
    await oauthToken(used);
    expect(await oauthToken(used)).toMatchObject({ member: 'error_response', sub_code: 'isv.code-invalid' });
    const old = await mint('alipay', 'p01');
    clock.at += codeLifetime;
    expect((await oauthToken(old)).sub_code).toBe('isv.code-invalid');
  });

  it('refuses a request whose signature does not fit, and spends no code on it', async () => {
    const code = await mint('alipay', 'p01');
    const forged = signRsa2('something else', appKeys.privateKey);
    expect((await oauthToken(code, { sign: forged })).sub_code).toBe('isv.invalid-signature');
    expect((await oauthToken(code)).member).toBe('alipay_system_oauth_token_response');
  });

  it('refuses another app, another method and a time out of form', async () => {
    expect((await oauthToken('x', { app_id: '9' })).sub_code).toBe('isv.invalid-app-id');
    expect((await oauthToken('x', { method: 'alipay.pay' })).sub_code).toBe('isv.invalid-method');
    expect((await oauthToken('x', { timestamp: 'now' })).sub_code).toBe('isv.invalid-timestamp');
  });
});
