import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../shared/problem.ts';
import { openIdOf } from '../../stand-ins/platforms/accounts.ts';
import { buildPlatform } from '../../stand-ins/platforms/build-platform.ts';
import type { FaceVerifier } from '../ports/platform-face.ts';
import { servePlatform } from './platform-face.fixture.ts';
import { certHash, wechatFace } from './wechat-face.ts';

const identity = { name: '张三', idNumber: '310101199801011234' };
const openId = openIdOf('wx1', 'p01');
let numbers = 0;
let accessToken: string;
let verifier: FaceVerifier;
const begin = (by = accessToken) =>
  verifier.begin({ lent: { accessToken: by, openId }, outSeqNo: `number-${++numbers}`, identity });
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error instanceof Problem ? error : undefined),
  );

it('digests an identity as WeChat documents it', () => {
  expect(certHash(identity)).toBe('3c241f7ff324977aeb91f173bb2a7b06569e6fd784d5573db34a636d8671108b');
});

/** Platforms that keep to the documentation: what one does before the camera is all that differs. */
interface Honest {
  url: string;
  accessToken: string;
  act(verifyId: string, act: 'pass' | 'fail' | 'cancel'): Promise<void>;
  stop(): Promise<void>;
}

async function sandbox(): Promise<Honest> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const app = buildPlatform({
    wechat: { appId: 'wx1', secret: 's3cret' },
    alipay: { appId: '2021', appPublicKey: keys.publicKey, platformPrivateKey: keys.privateKey },
    now: Date.now,
    random: (length) => new Uint8Array(randomBytes(length)),
  });
  const post = async (url: string, payload: object) =>
    (await app.inject({ method: 'POST', url, payload })).json();
  const grant = { grant_type: 'client_credential', appid: 'wx1', secret: 's3cret' };
  return {
    url: await app.listen({ host: '127.0.0.1', port: 0 }),
    accessToken: (await post('/cgi-bin/stable_token', grant)).access_token,
    async act(verifyId, act) {
      expect(await post('/sandbox/v1/face-acts', { verifyId, account: 'p01', act })).toEqual({
        played: true,
      });
    },
    stop: () => app.close(),
  };
}

/** Answers with other members, spaces and codes of the same meaning than the sandbox does. */
async function played(): Promise<Honest> {
  const server = await servePlatform();
  let result: number | undefined;
  server.handle((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', server.url);
    response.setHeader('content-type', 'text/plain');
    const answer = () => {
      if (searchParams.get('access_token') !== 'the token&') return { errcode: 42001, errmsg: 'expired' };
      if (pathname.endsWith('/getverifyid')) return { verify_id: 'A=+/'.repeat(64), errcode: 0, rid: '1' };
      return result === undefined ? { errcode: 1 } : { verify_ret: result, errcode: 0, extra: {} };
    };
    response.end(` ${JSON.stringify(answer())}\n`);
  });
  return {
    url: `${server.url}/`,
    accessToken: 'the token&',
    async act(_verifyId, act) {
      result = { pass: 10000, fail: 10002, cancel: 90002 }[act];
    },
    stop: () => server.close(),
  };
}

describe.each([
  ['the sandbox platform', sandbox],
  ['a played platform', played],
])('the adapter before %s', (_name, open) => {
  let platform: Honest;
  beforeEach(async () => {
    platform = await open();
    accessToken = platform.accessToken;
    verifier = wechatFace({ url: platform.url });
  });
  afterEach(() => platform.stop());

  it.each([
    ['pass', 'pass'],
    ['fail', 'fail'],
    ['cancel', 'undecided'],
  ] as const)('takes %s for %s', async (act, end) => {
    const begun = await begin();
    await platform.act(begun.verifyId, act);
    expect(await verifier.end({ lent: { accessToken }, begun })).toBe(end);
  });

  it('takes a page that was never opened for undecided', async () => {
    expect(await verifier.end({ lent: { accessToken }, begun: await begin() })).toBe('undecided');
  });

  it('cannot say anything with a wrong access token', async () => {
    const begun = await begin();
    await platform.act(begun.verifyId, 'pass');
    expect((await problemOf(verifier.end({ lent: { accessToken: 'wrong' }, begun })))?.code).toBe(
      'platform-unavailable',
    );
    expect((await problemOf(begin('wrong')))?.code).toBe('platform-unavailable');
  });
});

describe('the adapter before a platform that is broken, or lies', () => {
  let server: Awaited<ReturnType<typeof servePlatform>>;
  const begun = { verifyId: 'v', outSeqNo: 'number', openId, certHash: certHash(identity) };
  const end = () => verifier.end({ lent: { accessToken }, begun });
  beforeEach(async () => {
    server = await servePlatform();
    accessToken = 'the-access-token';
    verifier = wechatFace({ url: server.url, timeout: 300 });
  });
  afterEach(() => server.close());
  const answers = (body: string, status = 200) =>
    server.handle((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body);
    });

  it.each([
    ['errcode other than 0 beside 10000', '{"errcode":84002,"verify_ret":10000}', 'undecided'],
    ['10001', '{"errcode":0,"verify_ret":10001}', 'fail'],
    ['a result that nobody documented', '{"errcode":0,"verify_ret":7}', 'fail'],
    ['a negative result', '{"errcode":0,"verify_ret":-10000}', 'fail'],
    ['a refused camera', '{"errcode":0,"verify_ret":90008}', 'undecided'],
  ] as const)('%s is no pass', async (_name, body, is) => {
    answers(body);
    expect(await end()).toBe(is);
  });

  it.each<[string, string, number?]>([
    ['no errcode', '{"verify_ret":10000}'],
    ['no result', '{"errcode":0}'],
    ['a busy platform beside 10000', '{"errcode":-1,"verify_ret":10000}'],
    ['a result as text', '{"errcode":0,"verify_ret":"10000"}'],
    ['an errcode as text', '{"errcode":"0","verify_ret":10000}'],
    ['an errcode of null', '{"errcode":null,"verify_ret":10000}'],
    ['a list', '[{"errcode":0,"verify_ret":10000}]'],
    ['a page', '<html>10000</html>'],
    ['nothing', ''],
    ['a huge answer', `{"errcode":0,"verify_ret":10000,"more":"${'x'.repeat(100_000)}"}`],
    ['status 502', '{"errcode":0,"verify_ret":10000}', 502],
    ['status 302', '{"errcode":0,"verify_ret":10000}', 302],
  ])('says nothing where there is %s', async (_name, body, status) => {
    answers(body, status);
    expect((await problemOf(end()))?.code).toBe('platform-unavailable');
  });

  it('waits for no platform longer than a phone would', async () => {
    server.handle(() => undefined);
    expect((await problemOf(end()))?.code).toBe('platform-unavailable');
  });

  it.each([
    '{"errcode":0}',
    '{"errcode":0,"verify_id":""}',
    '{"errcode":0,"verify_id":"a b"}',
    '{"errcode":5,"verify_id":"v"}',
    `{"errcode":0,"verify_id":"${'v'.repeat(257)}"}`,
  ])('opens nothing by %s', async (body) => {
    answers(body);
    expect((await problemOf(begin()))?.code).toBe('platform-unavailable');
  });

  it('keeps name, number, openid and access token out of its problems', async () => {
    answers('{}', 500);
    const told = inspect([await problemOf(begin()), await problemOf(end())], { depth: 9, showHidden: true });
    expect(told).toContain('status 500');
    for (const secret of [identity.name, identity.idNumber, openId, 'the-access-token'])
      expect(told).not.toContain(secret);
  });
});
