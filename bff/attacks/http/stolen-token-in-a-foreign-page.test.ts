import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const own = 'https://desk.hotel.example';
const ask = (origin: string) => world.hotel.ask('GET', '/counter/v1/sessions', { headers: { origin } });

it('a page of the counter’s own origin is answered', async () => {
  expect(await ask(own)).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': own } });
});

it.each(['https://evil.example', 'http://127.0.0.1:8080', 'https://id.example.evil.example'])(
  'a page of %s that has the token is refused, and cannot even read why',
  async (origin) => {
    const answer = await ask(origin);
    expect(answer).toMatchObject({ status: 403, code: 'origin-not-allowed' });
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  },
);

it('it can neither open a session, nor listen, nor fetch a token by an assertion that it was lent', async () => {
  const headers = { origin: 'https://evil.example', 'idempotency-key': '"idempotency-key-0001"' };
  const body = { scene: 'hotel', purpose: 'check-in' };
  const before = await world.ports.db.read('select id from sessions', {});
  const opened = await world.hotel.ask('POST', '/counter/v1/sessions', { body, headers });
  const stream = await world.hotel.ask('GET', '/counter/v1/events', { headers });
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: world.hotel.assertion(),
  });
  const token = await fetch(`${world.url}/oauth/token`, { method: 'POST', body: form, headers });
  expect([opened.status, stream.status, token.status]).toEqual([403, 403, 403]);
  expect(await token.text()).not.toContain('access_token');
  expect(await world.ports.db.read('select id from sessions', {})).toEqual(before);
});

it('the origin of another relying party is as foreign as any', async () => {
  expect(await ask('https://window.office.example')).toMatchObject({
    status: 403,
    code: 'origin-not-allowed',
  });
});
