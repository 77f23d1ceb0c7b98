import { expect, it } from 'vitest';
import { sendRaw } from '../../src/http/server.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const token = await world.hotel.token();

it.each([
  ['/counter/v1/sessions/%zz', 400],
  ['/counter/v1/sessions/%c0%af', 400],
  ['/counter/v1/sessions/..%2f..%2fetc%2fpasswd', 400],
  ['/counter/v1/sessions/../../../etc/passwd', 404],
  ["/counter/v1/sessions/ses_'%20or%20'1'='1", 400],
  ['/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA%00', 400],
  ['/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA%0d%0ax:%20y', 400],
  [`/counter/v1/sessions/${'a'.repeat(8000)}`, 404],
  ['/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA?wait=-1', 400],
  ['/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA?wait=1e9', 400],
  ['/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA?wait=1&wait=2', 400],
  ['/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA?after[]=1', 400],
  ['/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA?after=99999999999999999999', 400],
  ['//evil.example/counter/v1/events', 404],
  ['http://evil.example/counter/v1/nowhere', 404],
  ['/COUNTER/V1/EVENTS', 404],
  ['/.env', 404],
  ['*', 404],
])('%s is refused as a problem', async (path, status) => {
  const lines = ['host: id.example', `authorization: Bearer ${token}`, 'connection: close'];
  const answer = await sendRaw(world.url, [`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer).toContain('application/problem+json');
  expect(answer).not.toContain('evil');
});
