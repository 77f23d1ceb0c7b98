import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../../shared/problem.ts';
import type { PlatformLogin } from '../../ports/platforms.ts';
import { serve } from '../authority/played-authority.fixture.ts';
import { wechatLogin } from './wechat-login.ts';

let server: Awaited<ReturnType<typeof serve>>;
let login: PlatformLogin;
const asked: URL[] = [];

beforeAll(async () => {
  server = await serve();
  login = wechatLogin({ url: server.url, appId: 'wx1', secret: 'app-secret' });
});
afterAll(() => server.close());
beforeEach(() => {
  asked.length = 0;
});

/** WeChat answers everything with 200 and text/plain. */
function answers(body: object | string, status = 200) {
  server.handle((request, response) => {
    asked.push(new URL(request.url ?? '', server.url));
    response.writeHead(status, { 'content-type': 'text/plain' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
}
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error instanceof Problem ? error : undefined),
  );

describe('login by WeChat', () => {
  it('asks as documented', async () => {
    answers({ openid: 'o1', session_key: 'k' });
    await login('code&more=1');
    expect(asked[0]?.pathname).toBe('/sns/jscode2session');
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      appid: 'wx1',
      secret: 'app-secret',
      js_code: 'code&more=1',
      grant_type: 'authorization_code',
    });
  });

  it('gives the openid and nothing of the session key', async () => {
    answers({ openid: 'o1', session_key: 'k', errcode: 0 });
    expect(await login('c')).toEqual({ subject: 'o1' });
  });

  it('keeps to the openid where there is a unionid too', async () => {
    answers({ openid: 'o1', unionid: 'u1', session_key: 'k' });
    expect(await login('c')).toEqual({ subject: 'o1' });
  });

  it.each([40029, 40163, 40226])('refuses the person on errcode %d', async (errcode) => {
    answers({ errcode, errmsg: 'invalid code, rid: 1' });
    expect((await problemOf(login('c')))?.code).toBe('login-refused');
  });

  it.each([-1, 45011, 40013, 40125, 99999])('does not blame the person for errcode %d', async (errcode) => {
    answers({ errcode, errmsg: 'x' });
    expect((await problemOf(login('c')))?.code).toBe('platform-unavailable');
  });

  it.each<[string, object | string, number?]>([
    ['a page', '<html>'],
    ['nobody', { session_key: 'k' }],
    ['an empty id', { openid: '' }],
    ['an id that is a number', { openid: 5 }],
    ['an error beside an id', { errcode: -1, openid: 'o1' }],
    ['a huge text', 'x'.repeat(1_000_000)],
    ['status 502', {}, 502],
    ['status 302', {}, 302],
  ])('survives an answer of %s', async (_, body, status) => {
    answers(body, status);
    expect((await problemOf(login('c')))?.code).toBe('platform-unavailable');
  });

  it('keeps the secret and the code out of its problems', async () => {
    answers({ errcode: 40125, errmsg: 'invalid appsecret app-secret' });
    const wrong = await problemOf(login('the-code'));
    const gone = await problemOf(
      wechatLogin({ url: 'http://127.0.0.1:9', appId: 'a', secret: 'app-secret' })('the-code'),
    );
    expect(gone?.code).toBe('platform-unavailable');
    expect(inspect([wrong, gone], { depth: 9, showHidden: true })).not.toMatch(/app-secret|the-code/);
  });
});
