import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemDetails } from '../../../../shared/contract/problem.ts';
import { codeOf, sendRaw, type TestServer, testPhone, testServer } from '../server.fixture.ts';
import { counterApi, holderApi } from '../surfaces/api.ts';

const problem = Compile(ProblemDetails);
let world: TestServer;
let phone: ReturnType<typeof testPhone>;
let bearer: string;

beforeAll(async () => {
  world = await testServer();
  phone = testPhone(world);
  await phone.login('anna');
  bearer = `Bearer ${await world.counterToken()}`;
});
afterAll(async () => {
  await world.server.close();
  await world.ports.db.close();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(world.url + path, { headers });
const open = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${world.url}/counter/v1/sessions`, {
    method: 'POST',
    body,
    headers: {
      authorization: bearer,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...headers,
    },
  });

describe('an error', () => {
  it('is a problem with a stable code and a trace id, in Chinese unless English is wanted', async () => {
    const answer = await get('/nowhere?name=%E5%BC%A0');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const said = await answer.json();
    expect(problem.Check(said)).toBe(true);
    expect(said).toMatchObject({ code: 'not-found', title: '没有找到' });
    const english = await get('/nowhere', { 'accept-language': 'fr, en;q=0.8, zh;q=0.2' });
    expect(english.headers.get('content-language')).toBe('en');
    expect(await english.json()).toMatchObject({ detail: 'There is nothing here that you may see.' });
  });

  it('tells a phone the time of the server, and nobody else', async () => {
    const { clock } = world;
    const late = phone.proof('GET', '/holder/v1/credential', { now: clock.now + 45_000 });
    const refused = await phone.send('GET', '/holder/v1/credential', undefined, { dpop: late });
    const said: unknown = await refused.json();
    expect(said).toMatchObject({ code: 'dpop-invalid', serverTime: clock.now });
    expect(problem.Check(said)).toBe(true);
    expect(await (await get('/counter/v1/sessions/x')).json()).not.toHaveProperty('serverTime');
  });

  it('names the place in the schema and never what was sent', async () => {
    const secret = 'zhang-san-110101';
    const detail = async (body: object) => {
      const said = await (await open(JSON.stringify(body), { 'accept-language': 'en' })).json();
      expect(JSON.stringify(said)).not.toContain(secret);
      return said;
    };
    expect(await detail({ scene: secret, purpose: 'check-in' })).toMatchObject({
      code: 'request-invalid',
      detail: 'The request does not fit the contract. (body/scene)',
    });
    expect(await detail({ scene: 'hotel', purpose: 'check-in', [secret]: 1 })).toMatchObject({
      detail: expect.stringMatching(/\(body\)$/),
    });
  });

  it.each([
    ['broken JSON', '{"scene":', 'body-not-json'],
    ['a body that is a list', '[]', 'request-invalid'],
    ['a body that is null', 'null', 'request-invalid'],
    ['no body', '', 'request-invalid'],
    ['a poisoned prototype', '{"__proto__":{"x":1},"scene":"hotel","purpose":"check-in"}', 'body-not-json'],
    ['too large a body', `{"scene":"${'x'.repeat(20_000)}"}`, 'body-too-large'],
    ['a missing field', '{"scene":"hotel"}', 'request-invalid'],
    ['a number for a word', '{"scene":"hotel","purpose":1}', 'request-invalid'],
    ['an unknown field', '{"scene":"hotel","purpose":"check-in","name":"x"}', 'request-invalid'],
  ])('says what is wrong with %s', async (_what, body, code) => {
    expect(await codeOf(await open(body))).toBe(code);
  });

  it('says that only JSON is taken', async () => {
    expect(await codeOf(await open('scene=hotel', { 'content-type': 'text/plain' }))).toBe(
      'content-type-unsupported',
    );
    expect(await codeOf(await open('{}', { 'content-type': 'not a type' }))).toBe('content-type-unsupported');
  });

  it('says which methods an address takes', async () => {
    for (const method of ['DELETE', 'PUT', 'HEAD']) {
      const answer = await fetch(`${world.url}/holder/v1/login`, { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('OPTIONS, POST');
    }
  });

  it('refuses unknown and wrong parameters', async () => {
    const own = '/counter/v1/sessions/ses_0000000000000000000000';
    const as = { authorization: bearer };
    expect(await codeOf(await get(`${own}?wait=1&after=0`, as))).toBe('not-found');
    for (const query of [
      'wait=-1',
      'wait=26',
      'wait=x',
      'wait=',
      'wait=1&wait=2',
      'other=1',
      'wait=1e1',
      'wait[]=1',
    ])
      expect(await codeOf(await get(`${own}?${query}`, as))).toBe('request-invalid');
    expect(await codeOf(await get('/counter/v1/sessions/ses_x', as))).toBe('request-invalid');
  });

  it('takes calls without a body with an empty one of any label, and no other', async () => {
    const path = '/holder/v1/sessions/ses_0000000000000000000000/decline';
    const send = async (body: string) =>
      codeOf(
        await fetch(world.url + path, {
          method: 'POST',
          body,
          headers: { ...phone.headers('POST', path), 'content-type': 'application/json' },
        }),
      );
    expect(await send('')).toBe('not-found');
    expect(await send('{}')).toBe('not-found');
    expect(await send('{"why":1}')).toBe('request-invalid');
  });

  it('is a problem on connections that never became a request', async () => {
    const said = async (code: string, ...parts: string[]) => {
      const answer = await sendRaw(world.url, ...parts);
      expect(answer).toMatch(/^HTTP\/1\.1 [0-9]{3} [A-Z]/);
      expect(answer).toContain('content-type: application/problem+json');
      expect(answer).toContain(`"code":"${code}"`);
    };
    await said('request-invalid', 'hello\r\n\r\n');
    await said('headers-too-large', `GET / HTTP/1.1\r\nhost: x\r\na: ${'a'.repeat(20_000)}\r\n\r\n`);
    await said(
      'request-invalid',
      'POST /oauth/token HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
    );
    await said('method-not-allowed', 'CONNECT x:443 HTTP/1.1\r\nhost: x:443\r\n\r\n');
  });
});

describe('the log', () => {
  it('has one line a request, with the route and nothing of the caller', async () => {
    world.lines.length = 0;
    await get('/counter/v1/sessions/ses_0000000000000000000000?wait=0', {
      authorization: bearer,
      'x-name': 'anna',
    });
    await expect.poll(() => world.lines.length).toBe(1);
    expect(world.lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 30,
        time: expect.any(Number),
        method: 'GET',
        route: '/counter/v1/sessions/:sessionId',
        surface: 'counter',
        status: 404,
        ms: expect.any(Number),
        traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
        requestId: expect.any(String),
        code: 'not-found',
        msg: 'request',
      },
    ]);
  });
});

describe('nothing that a client sends', () => {
  const odd = [
    '%',
    '%00',
    '%E0%A4%A',
    '..%2f..',
    "'",
    '"',
    '{}',
    'ses_',
    'x'.repeat(500),
    'ses_0000000000000000000000',
    'ses_0000000000000000000000%0a',
    '999999999999999999999',
    '-1',
    'null',
    '[object Object]',
  ];
  const bodies = [
    '',
    'null',
    '0',
    '1e400',
    '"x"',
    '[]',
    '{}',
    '{"code":null}',
    '{"code":{"a":1}}',
    '{"code":"\\u0000"}',
    '{"code":1e308}',
    '{"consent":{"face":"true","voice":1}}',
    '{"consent":[]}',
    '{"idPhoto":"yes"}',
    '{"platform":"wechat","code":""}',
    '{"scene":"__proto__","purpose":"constructor"}',
    '{"reason":"toString"}',
    `[${'['.repeat(4000)}`,
    '\u{1F600}',
    '{"a":1,"a":2}',
  ];
  const types = [
    'application/json',
    'application/json; charset=utf-16',
    'text/plain',
    'application/octet-stream',
    'a/b;;;',
    '',
    'application/x-www-form-urlencoded',
  ];
  const calls = [...Object.values(counterApi), ...Object.values(holderApi)].map(({ call }) => call);

  const check = async (answer: Response, what: string) => {
    expect(answer.status, what).toBeLessThan(500);
    if (answer.status < 400) return void answer.body?.cancel();
    expect(answer.headers.get('content-type'), what).toMatch(/^application\/problem\+json/);
    if (answer.body !== null) expect(problem.Check(await answer.json()), what).toBe(true);
  };

  it('gives a fault of ours, on any route, with any body', async () => {
    for (const call of calls) {
      if (call.path.endsWith('/events')) continue;
      for (const [i, body] of bodies.entries()) {
        const path = call.path.replace(/:\w+/g, (name) =>
          name === ':kind' ? 'face' : 'ses_0000000000000000000000',
        );
        const credentials = path.startsWith('/holder')
          ? phone.headers(call.method, path)
          : { authorization: bearer };
        const answer = await fetch(world.url + path, {
          method: call.method,
          headers: {
            ...credentials,
            'idempotency-key': crypto.randomUUID(),
            'content-type': types[i % types.length] ?? '',
          },
          ...(call.method === 'GET' ? {} : { body }),
        });
        await check(answer, `${call.method} ${path} ${body}`);
      }
    }
  });

  it('gives a fault of ours, with any address and any method', async () => {
    for (const call of calls)
      for (const text of odd) {
        const target = call.path.replace(/:\w+/g, text);
        const query = call.path === target ? `?${text}=${text}` : '';
        for (const method of [call.method, 'PATCH', 'PROPFIND', 'TRACE', 'QUERY']) {
          const answer = await sendRaw(
            world.url,
            `${method} ${(target + query).replaceAll(' ', '%20')} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n`,
            'authorization: Bearer x\r\nauthorization: DPoP y\r\ndpop: a\r\ndpop: b\r\naccept-version: 1.x\r\nexpect: nothing\r\n\r\n',
          );
          const status = Number(/^HTTP\/1\.1 ([0-9]{3})/.exec(answer)?.[1]);
          expect(status, `${method} ${target}`).toBeGreaterThanOrEqual(400);
          expect(status, `${method} ${target}`).toBeLessThan(500);
          expect(answer.toLowerCase()).toContain('content-type: application/problem+json');
        }
      }
  });

  it('was logged as one', () => {
    expect(world.lines.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});
