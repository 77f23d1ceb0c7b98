import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../shared/problem.ts';
import { signRsa2 } from '../../stand-ins/platforms/alipay-sign.ts';
import { buildPlatform } from '../../stand-ins/platforms/build-platform.ts';
import type { FaceVerifier } from '../ports/platform-face.ts';
import { alipayFace } from './alipay-face.ts';
import { servePlatform } from './platform-face.fixture.ts';

const identity = { name: '张三', idNumber: '310101199801011234' };
const appKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const alipayKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = { format: 'pem' } as const;
const open = (url: string) =>
  alipayFace({
    url,
    appId: '2021',
    privateKey: appKeys.privateKey.export({ ...pem, type: 'pkcs8' }).toString(),
    publicKey: alipayKeys.publicKey.export({ ...pem, type: 'spki' }).toString(),
    now: Date.now,
  });
const lent = {};
const outSeqNo = () => randomBytes(16).toString('hex');
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error instanceof Problem ? error : undefined),
  );
const signed = (member: string, inner: string, key: KeyObject = alipayKeys.privateKey) =>
  `{"alipay_user_certify_open_${member}_response":${inner},"sign":"${signRsa2(inner, key)}"}`;

interface Honest {
  url: string;
  act(verifyId: string, act: 'pass' | 'fail' | 'cancel'): Promise<void>;
  stop(): Promise<void>;
}

async function sandbox(): Promise<Honest> {
  const app = buildPlatform({
    wechat: { appId: 'wx1', secret: 's' },
    alipay: { appId: '2021', appPublicKey: appKeys.publicKey, platformPrivateKey: alipayKeys.privateKey },
    now: Date.now,
    random: (length) => new Uint8Array(randomBytes(length)),
  });
  return {
    url: await app.listen({ host: '127.0.0.1', port: 0 }),
    async act(verifyId, act) {
      const payload = { verifyId, account: 'p01', act };
      const answer = await app.inject({ method: 'POST', url: '/sandbox/v1/face-acts', payload });
      expect(answer.json()).toEqual({ played: true });
    },
    stop: () => app.close(),
  };
}

/** Answers with other members and spaces of the same meaning than the sandbox does; checks what it is told. */
async function played(): Promise<Honest> {
  const server = await servePlatform();
  let passed = 'F';
  server.handle(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const content: object = JSON.parse(form.get('biz_content') ?? '');
    const method = new URL(request.url ?? '/', server.url).searchParams.get('method') ?? '';
    if (method.endsWith('initialize')) {
      const { name: cert_name, idNumber: cert_no } = identity;
      const identity_param = { identity_type: 'CERT_INFO', cert_type: 'IDENTITY_CARD', cert_name, cert_no };
      expect(content).toMatchObject({ biz_code: 'FACE', identity_param });
      response.end(signed('initialize', '{ "certify_id":"c1", "code":"10000", "msg":"Success" }'));
    } else {
      expect(content).toEqual({ certify_id: 'c1' });
      response.end(signed('query', `{"passed":"${passed}","code":"10000","fail_reason":""}`));
    }
  });
  return {
    url: `${server.url}/`,
    async act(_verifyId, act) {
      passed = act === 'pass' ? 'T' : 'F';
    },
    stop: () => server.close(),
  };
}

describe.each([
  ['the sandbox platform', sandbox],
  ['a played platform', played],
])("Alipay's adapter before %s", (_name, start) => {
  let platform: Honest;
  let verifier: FaceVerifier;
  beforeEach(async () => {
    platform = await start();
    verifier = open(platform.url);
  });
  afterEach(() => platform.stop());
  const begin = () => verifier.begin({ lent, outSeqNo: outSeqNo(), identity });

  it.each([
    ['pass', 'pass'],
    ['fail', 'not-passed'],
    ['cancel', 'not-passed'],
  ] as const)('takes %s for %s', async (act, end) => {
    const begun = await begin();
    await platform.act(begun.verifyId, act);
    expect(await verifier.end({ lent, begun })).toBe(end);
  });

  it('takes a page that was never opened for not passed', async () => {
    expect(await verifier.end({ lent, begun: await begin() })).toBe('not-passed');
  });

  it('opens a page by a signed address that names the check', async () => {
    const { verifyId, url = '' } = await begin();
    const parameters = new URL(url).searchParams;
    expect(parameters.get('method')).toBe('alipay.user.certify.open.certify');
    expect(parameters.get('biz_content')).toBe(JSON.stringify({ certify_id: verifyId }));
    expect(parameters.get('sign')).toMatch(/^[A-Za-z0-9+/]{342}==$/);
  });
});

describe("Alipay's adapter before a platform that is broken, or lies", () => {
  let server: Awaited<ReturnType<typeof servePlatform>>;
  let verifier: FaceVerifier;
  beforeEach(async () => {
    server = await servePlatform();
    verifier = open(server.url);
  });
  afterEach(() => server.close());
  const answers = (body: string, status = 200) =>
    server.handle((_request, response) => response.writeHead(status).end(body));
  const end = () => verifier.end({ lent, begun: { verifyId: 'c1', outSeqNo: 'n' } });
  const pass = '{"code":"10000","passed":"T"}';

  it.each<[string, string, number?]>([
    ['a pass that another signed', signed('query', pass, strangers.privateKey)],
    ['a pass without a signature', `{"alipay_user_certify_open_query_response":${pass}}`],
    ['a signed answer to another method', signed('initialize', pass)],
    ['a pass under an error', `{"error_response":${pass}}`],
    ['another code beside T', signed('query', '{"code":"20000","passed":"T"}')],
    ['a list of passes', signed('query', '{"code":"10000","passed":["T"]}')],
    ['a lower-case t', signed('query', '{"code":"10000","passed":"t"}')],
    ['no result', signed('query', '{"code":"10000"}')],
    ['a page', '<html>'],
    ['a huge answer', signed('query', `{"code":"10000","passed":"T","x":"${'x'.repeat(100_000)}"}`)],
    ['status 502', signed('query', pass), 502],
  ])('says nothing where there is %s', async (_name, body, status) => {
    answers(body, status);
    expect((await problemOf(end()))?.code).toBe('platform-unavailable');
  });

  it('takes a check that Alipay does not know, or not any more, for undecided, whatever stands beside it', async () => {
    answers(signed('query', '{"code":"40004","sub_code":"CERTIFY_ID_EXPIRED","passed":"T"}'));
    expect(await end()).toBe('undecided');
  });

  it('opens nothing by what is not signed, and keeps name and number out of its problems', async () => {
    answers(signed('initialize', '{"code":"10000","certify_id":"c1"}', strangers.privateKey));
    const problem = await problemOf(verifier.begin({ lent, outSeqNo: outSeqNo(), identity }));
    expect(problem?.code).toBe('platform-unavailable');
    const told = inspect(problem, { depth: 9, showHidden: true });
    for (const secret of [identity.name, identity.idNumber]) expect(told).not.toContain(secret);
  });
});
