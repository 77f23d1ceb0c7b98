import { expect, it } from 'vitest';
import { sendRaw, testServer } from '../../../bff/src/http/server.fixture.ts';

const world = await testServer({ metricsToken: 'metrics-token', timeouts: { headers: 200, request: 200 } });

interface Line {
  msg: string;
  code?: string;
  traceId?: string;
  status?: number;
}
const requests = (): Line[] =>
  world.lines.map((line): Line => JSON.parse(line)).filter(({ msg }) => msg === 'request');

/** One refusal on each way by which a refusal can leave, as bytes, and what comes back. */
const json = 'content-type: application/json';
const ways: [string, string[]][] = [
  ['an address that is none', ['GET /nowhere HTTP/1.1']],
  ['an address that cannot be read', ['GET /%zz HTTP/1.1']],
  ['a method that it does not take', ['POST /about HTTP/1.1', 'content-length: 0']],
  ['a counter without a token', ['GET /counter/v1/sessions HTTP/1.1']],
  ['a stream without a token', ['GET /counter/v1/events HTTP/1.1']],
  ['a picture without a token', ['GET /counter/v1/sessions/ses_x/code.png HTTP/1.1']],
  ['a phone without a token', ['GET /holder/v1/credential HTTP/1.1']],
  [
    'a relay without a token',
    [
      'PUT /holder/v1/sessions/ses_x/samples/face HTTP/1.1',
      'content-length: 20000',
      'content-type: application/octet-stream',
    ],
  ],
  [
    'a relay without a length',
    ['PUT /holder/v1/sessions/ses_x/samples/face HTTP/1.1', 'content-type: application/octet-stream'],
  ],
  ['an operator without a token', ['GET /operator/v1/relying-parties HTTP/1.1']],
  [
    'a sign-in from nowhere',
    ['POST /operator/v1/sign-in/begin HTTP/1.1', json, 'content-length: 1', '', '{'],
  ],
  [
    'an OAuth client without a form',
    [
      'POST /oauth/token HTTP/1.1',
      'content-type: application/x-www-form-urlencoded',
      'content-length: 3',
      '',
      'a=b',
    ],
  ],
  [
    'a user code that is none',
    ['POST /device/v1/user-codes HTTP/1.1', json, 'content-length: 24', '', '{"userCode":"BBBB-BBBB"}'],
  ],
  ['figures without a token', ['GET /metrics HTTP/1.1']],
  ['a message that is none', ['NONSENSE']],
  [
    'headers beyond all measure',
    ['GET /about HTTP/1.1', ...Array.from({ length: 40 }, (_, n) => `x-${n}: ${'x'.repeat(1000)}`)],
  ],
  ['a body that never comes', ['POST /holder/v1/login HTTP/1.1', json, 'content-length: 100', '', '{']],
  ['another protocol', ['CONNECT id.example:443 HTTP/1.1']],
];

it.each(ways)('%s is refused in the answer and in the log, by one code and one trace', async (_, lines) => {
  const before = requests().length;
  const [first = '', ...rest] = lines;
  const split = rest.indexOf('');
  const head = [first, 'host: id.example', ...(split < 0 ? rest : rest.slice(0, split)), 'connection: close'];
  const answer = await sendRaw(world.url, `${head.join('\r\n')}\r\n\r\n${split < 0 ? '' : rest[split + 1]}`);
  await expect.poll(() => requests().length).toBeGreaterThan(before);
  const logged = requests().at(-1);
  expect(logged?.status).toBeGreaterThanOrEqual(400);
  expect(logged?.code).toMatch(/^[a-z-]+$/);
  expect(logged?.traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(answer).toContain(`"code":"${logged?.code}"`);
  expect(answer).toContain(`"traceId":"${logged?.traceId}"`);
});

it('a stream that is ended is in the log by the reason and the trace, and nothing was refused without both', async () => {
  const stream = await fetch(`${world.url}/counter/v1/events`, {
    headers: { authorization: `Bearer ${await world.counterToken()}` },
  });
  const traceId = stream.headers.get('traceparent')?.split('-')[1];
  await world.server.close();
  expect(await stream.text()).toContain('"reason":"restart"');
  const ended = world.lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'stream-ended');
  expect(ended).toEqual([expect.objectContaining({ traceId, reason: 'restart' })]);
  const refused = requests().filter(({ status = 0 }) => status >= 400);
  expect(refused.length).toBeGreaterThanOrEqual(ways.length);
  for (const { code, traceId: trace } of refused) expect([code, trace]).not.toContain(undefined);
  await world.ports.db.close();
});
