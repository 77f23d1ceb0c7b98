import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([
  'https://desk.hotel.example.evil.example',
  'https://desk.hotel.example:443',
  'https://desk.hotel.example:8443',
  'https://evildesk.hotel.example',
  'https://evil.example/https://desk.hotel.example',
  'https://desk.hotel.example@evil.example',
  'https://deskxhotel.example',
  'https://hotel.example',
  'http://desk.hotel.example',
  'https://desk.hotel.example.',
  'https://DESK.hotel.example',
  'https://desk.hotel.example, https://evil.example',
])('%s is not the registered origin', async (origin) => {
  const preflight = await fetch(`${world.url}/counter/v1/sessions`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'GET' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  const answer = await world.hotel.ask('GET', '/counter/v1/sessions', { headers: { origin } });
  expect(answer).toMatchObject({ status: 403, code: 'origin-not-allowed' });
});
