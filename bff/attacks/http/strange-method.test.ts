import { expect, it } from 'vitest';
import { sendRaw } from '../../src/http/server.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const ask = (line: string) => sendRaw(world.url, `${line}\r\nhost: id.example\r\nconnection: close\r\n\r\n`);

it.each(['DELETE', 'PATCH', 'TRACE', 'PROPFIND'])('%s is refused', async (method) => {
  expect(await ask(`${method} /counter/v1/sessions HTTP/1.1`)).toMatch(/^HTTP\/1\.1 (405|404) /);
});

it.each([
  'CONNECT evil.example:443 HTTP/1.1',
  'NONSENSE / HTTP/1.1',
  'GET / HTTP/9.9',
  'GET',
  '\x16\x03\x01',
])('%j is refused as a problem, and the connection closed', async (line) => {
  const answer = await ask(line);
  expect(answer).toMatch(/^HTTP\/1\.1 4[0-9]{2} /);
  expect(answer).toContain('application/problem+json');
});

it('a method cannot be overridden by a header', async () => {
  const session = await world.hotel.open();
  const headers = { 'x-http-method-override': 'DELETE', 'x-method-override': 'POST' };
  const answer = await world.hotel.ask('GET', `/counter/v1/sessions/${session.sessionId}`, { headers });
  expect(answer).toMatchObject({ status: 200, body: { state: 'open' } });
});
