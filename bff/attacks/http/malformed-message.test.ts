import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { sendRaw } from '../../src/http/server.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const token = await world.hotel.token();

/** The message, and what came back of its first answer. */
async function send(...lines: string[]) {
  const text = await sendRaw(world.url, lines.join('\r\n'));
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const answers = text.match(/^HTTP\/1\.1 /gm)?.length ?? 0;
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body, answers };
}

/** Refused as everything else is: as a problem with the usual headers, and with a line in the log that has its trace id. */
async function expectRefused(lines: string[], { status = 400, code = 'request-invalid', body = true } = {}) {
  const answer = await send(...lines);
  expect(answer).toMatchObject({ status, answers: 1 });
  expect(answer.head).toContain('content-type: application/problem+json');
  expect(answer.head).toContain('cache-control: no-store');
  expect(answer.head).toContain('x-content-type-options: nosniff');
  const requestId = /x-request-id: ([\w-]+)/.exec(answer.head)?.[1] ?? 'none';
  const said = body ? JSON.parse(answer.body) : undefined;
  if (body) expect(said).toMatchObject({ status, code, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  else expect(answer.body).toBe('');
  const logged = () => world.lines.filter((line) => line.includes(requestId)).map((line) => JSON.parse(line));
  const traceId = said?.traceId ?? expect.any(String);
  await expect
    .poll(logged)
    .toMatchObject([{ msg: 'request', status, code, traceId, route: expect.any(String) }]);
}

const end = ['connection: close', '', ''];

it.each([
  ['without Host', ['GET /health/live HTTP/1.1']],
  ['with two Hosts', ['GET /health/live HTTP/1.1', 'host: id.example', 'host: id.example']],
  ['with two Hosts of which one is written otherwise', ['GET /health/live HTTP/1.1', 'host: a', 'HOST: b']],
  ['with an empty Host', ['GET /health/live HTTP/1.1', 'host:']],
  ['with a list of Hosts', ['GET /health/live HTTP/1.1', 'host: a, b']],
  ['with a Host that is an address', ['GET /health/live HTTP/1.1', 'host: http://id.example/']],
  ['with a Host that names somebody', ['GET /health/live HTTP/1.1', 'host: me@id.example']],
  ['with a Host whose port is none', ['GET /health/live HTTP/1.1', 'host: id.example:http']],
  ['with a whole address and no Host', ['GET http://id.example/health/live HTTP/1.1']],
  ['with a broken percent-encoding', ['GET /health/%zz HTTP/1.1', 'host: id.example']],
  ['with a percent-encoding that is no UTF-8', ['GET /q/%c0%af HTTP/1.1', 'host: id.example']],
  ['with half a percent-encoding', ['GET /q/% HTTP/1.1', 'host: id.example']],
  ['with a folded header', ['GET /health/live HTTP/1.1', 'host: id.example', 'x-note: a', ' b']],
  ['with a space before the colon', ['GET /health/live HTTP/1.1', 'host: id.example', 'x-note : a']],
  ['with a header without a name', ['GET /health/live HTTP/1.1', 'host: id.example', ': a']],
  ['with a NUL in a header', ['GET /health/live HTTP/1.1', 'host: id.example', 'x-note: a\0b']],
  ['with a transfer coding that is none', ['POST /oauth/token HTTP/1.1', 'host: a', 'transfer-encoding: x']],
  [
    'with a coding before the chunks',
    ['GET /health/live HTTP/1.1', 'host: a', 'transfer-encoding: gzip, chunked'],
  ],
])('a message %s is refused as a problem, once, and logged', (_what, lines) =>
  expectRefused([...lines, ...end]),
);

it.each([
  ['a length', ['content-length: 5', ...end.slice(0, -1), 'hello']],
  ['chunks', ['transfer-encoding: chunked', ...end.slice(0, -1), '5\r\nhello\r\n0\r\n\r\n']],
])('GET and HEAD with a body, by %s, are refused as a problem, HEAD without its text', async (_how, rest) => {
  await expectRefused(['GET /health/live HTTP/1.1', 'host: id.example', ...rest]);
  await expectRefused(['HEAD /health/live HTTP/1.1', 'host: id.example', ...rest], { body: false });
});

it.each(['x', '5;', 'ffffffffffffffffff', '-1'])('a body with the chunk size %j is refused', async (size) => {
  const answer = await send(
    ...['POST /oauth/token HTTP/1.1', 'host: id.example', 'content-type: application/x-www-form-urlencoded'],
    ...['transfer-encoding: chunked', '', `${size}\r\nhello\r\n0\r\n\r\n`],
  );
  expect(answer).toMatchObject({ status: 400, answers: 1 });
  expect(answer.head).toContain('application/problem+json');
});

it('a whole address as target is taken as its path, whichever host it names', async () => {
  for (const target of [
    'http://id.example/health/live',
    'HTTPS://ID.example:443/health/live',
    'http://else.example/health/live',
  ])
    expect((await send(`GET ${target} HTTP/1.1`, 'host: id.example', ...end)).status).toBe(200);
  for (const target of ['http://id.example', 'http://id.example?x'])
    expect((await send(`GET ${target} HTTP/1.1`, 'host: id.example', ...end)).status).toBe(404);
  for (const target of [
    'ftp://id.example/health/live',
    'http://me@id.example/health/live',
    'http:///health/live',
    'health',
  ])
    expect((await send(`GET ${target} HTTP/1.1`, 'host: id.example', ...end)).status).toBe(400);
});

it('an old client needs no Host, and an IPv6 address or a port in it is one', async () => {
  expect((await send('GET /health/live HTTP/1.0', '', '')).status).toBe(200);
  for (const host of ['[::1]:8080', '127.0.0.1:8080', 'localhost', 'id.example:'])
    expect((await send('GET /health/live HTTP/1.1', `host: ${host}`, ...end)).status).toBe(200);
});

it.each([
  '/health/live',
  '/.well-known/jwks.json',
  '/openapi.json',
  '/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA',
  '/counter/v1/nowhere',
])('HEAD of %s has the status and the headers of GET, and no body', async (path) => {
  const ask = (method: string) =>
    send(`${method} ${path} HTTP/1.1`, 'host: id.example', `authorization: Bearer ${token}`, ...end);
  const [get, head] = [await ask('GET'), await ask('HEAD')];
  const stable = (text: string) =>
    text
      .split('\r\n')
      .filter((line) => !/^(date|x-request-id|traceparent|ratelimit|content-length):/.test(line));
  expect(head.status).toBe(get.status);
  expect(stable(head.head)).toEqual(stable(get.head));
  expect(get.body).not.toBe('');
  expect(head.body).toBe('');
});

it('HEAD of a phone’s call needs a proof for HEAD', async () => {
  const phone = await world.phone();
  const path = '/holder/v1/credential';
  expect(await phone.ask('HEAD', path)).toMatchObject({ status: 200, body: '' });
  const socket = ['host: id.example', `authorization: ${phone.headers('GET', path).authorization}`];
  const refused = await send(`HEAD ${path} HTTP/1.1`, ...socket, `dpop: ${phone.proof('GET', path)}`, ...end);
  expect(refused.status).toBe(401);
});

it('HEAD of the event stream opens none, however often it comes', async () => {
  for (let n = 0; n < 10; n++) {
    const answer = await world.hotel.ask('HEAD', '/counter/v1/events');
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.headers['content-type']).toMatch(/^text\/event-stream/);
  }
  const socket = connect(Number(new URL(world.url).port), '127.0.0.1');
  socket.write(`GET /counter/v1/events HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${token}\r\n\r\n`);
  const [first] = await new Promise<string[]>((resolve) => {
    socket.once('data', (data) => resolve([String(data)]));
  });
  expect(first).toMatch(/^HTTP\/1\.1 200 /);
  socket.destroy();
});
