import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../../shared/problem.ts';
import { serve } from '../authority/played-authority.fixture.ts';
import { alipayLogin } from './alipay-login.ts';

const makeKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = (key: KeyObject) =>
  key.export({ type: key.type === 'public' ? 'spki' : 'pkcs8', format: 'pem' }).toString();
const app = makeKeys();
const alipay = makeKeys();
const now = Date.UTC(2026, 10, 1, 16, 30, 5);

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const login = (code = 'the-code') =>
  alipayLogin({
    url: server.url,
    appId: '2021000000000001',
    privateKey: pem(app.privateKey),
    publicKey: pem(alipay.publicKey),
    now: () => now,
  })(code);

const signed = (response: string, by = alipay.privateKey) =>
  `{"alipay_system_oauth_token_response":${response},"sign":"${sign('sha256', Buffer.from(response), by).toString('base64')}"}`;
const answers = (body: string, status = 200) =>
  server.handle((_, response) => {
    response.writeHead(status, { 'content-type': 'text/html;charset=utf-8' }).end(body);
  });
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error instanceof Problem ? error : undefined),
  );
const person = '{"user_id":"2088102150477652","access_token":"t","expires_in":3600,"refresh_token":"r"}';

describe('login by Alipay', () => {
  it('asks as documented, signed over all parameters by name', async () => {
    let params: Record<string, string> = {};
    server.handle(async (request, response) => {
      const url = new URL(request.url ?? '', server.url);
      const body = new URLSearchParams(await text(request));
      params = { ...Object.fromEntries(url.searchParams), ...Object.fromEntries(body), path: url.pathname };
      response.end(signed(person));
    });
    await login('a+b/c=');
    const { sign: signature = '', path, ...rest } = params;
    expect(path).toBe('/gateway.do');
    expect(rest).toEqual({
      app_id: '2021000000000001',
      method: 'alipay.system.oauth.token',
      format: 'JSON',
      charset: 'utf-8',
      sign_type: 'RSA2',
      timestamp: '2026-11-02 00:30:05',
      version: '1.0',
      grant_type: 'authorization_code',
      code: 'a+b/c=',
    });
    const names = Object.keys(rest).sort();
    const content = names.map((name) => `${name}=${rest[name]}`).join('&');
    const key = createPublicKey(pem(app.publicKey));
    expect(verify('sha256', Buffer.from(content), key, Buffer.from(signature, 'base64'))).toBe(true);
  });

  it('gives the user_id of older applications and the open_id of newer ones', async () => {
    answers(signed(person));
    expect(await login()).toEqual({ subject: '2088102150477652' });
    answers(signed('{"open_id":"074a1CcTG1LelxKe4xQC0zgNdId0nxi95b5lsNpazWYoCo5","access_token":"t"}'));
    expect(await login()).toEqual({ subject: '074a1CcTG1LelxKe4xQC0zgNdId0nxi95b5lsNpazWYoCo5' });
  });

  it('checks the signature over the text as it came, spaces and escapes included', async () => {
    answers(signed('{ "open_id" : "o1", "msg":"\\"}\\/{\\u4e2d 中" }'));
    expect(await login()).toEqual({ subject: 'o1' });
  });

  it.each<[string, string]>([
    ['signed by another key', signed(person, makeKeys().privateKey)],
    ['not signed', `{"alipay_system_oauth_token_response":${person}}`],
    ['changed after it was signed', signed(person).replace('2088102150477652', '2088102150477653')],
    [
      'preceded by a forged one',
      signed(person).replace('{', '{"alipay_system_oauth_token_response":{"open_id":"x"},'),
    ],
    ['hidden in a deeper object', signed(person).replace('{', '{"a":{').replace(',"sign"', '},"sign"')],
    ['about nobody', signed('{"access_token":"t"}')],
    ['no JSON', '<html>'],
    ['empty', ''],
    ['huge', `{"a":"${'x'.repeat(1_000_000)}"}`],
  ])('refuses an answer that is %s', async (_, body) => {
    answers(body);
    expect((await problemOf(login()))?.code).toBe('platform-unavailable');
  });

  it('refuses the person when the code is not valid', async () => {
    const why =
      '{"code":"40002","msg":"Invalid Arguments","sub_code":"isv.code-invalid","sub_msg":"授权码code无效"}';
    answers(`{"error_response":${why}}`);
    expect((await problemOf(login()))?.code).toBe('login-refused');
    answers(signed(why));
    expect((await problemOf(login()))?.code).toBe('login-refused');
  });

  it.each(['isp.unknow-error', 'isv.invalid-signature', 'isv.invalid-app-id', 'aop.unknow-error'])(
    'does not blame the person for %s',
    async (code) => {
      answers(`{"error_response":{"code":"20000","msg":"x","sub_code":"${code}"},"sign":"x"}`);
      expect((await problemOf(login()))?.code).toBe('platform-unavailable');
    },
  );

  it('keeps keys and the code out of its problems', async () => {
    answers(
      '{"error_response":{"code":"40002","sub_code":"isv.invalid-signature","sub_msg":"code=the-code"}}',
    );
    const seen = inspect(await problemOf(login()), { depth: 9, showHidden: true });
    expect(seen).not.toMatch(/the-code|PRIVATE KEY/);
  });

  it('does not start with a key of another kind', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const options = { url: server.url, appId: 'a', publicKey: pem(alipay.publicKey), now: () => now };
    expect(() => alipayLogin({ ...options, privateKey: pem(privateKey) })).toThrow('RSA');
  });
});
