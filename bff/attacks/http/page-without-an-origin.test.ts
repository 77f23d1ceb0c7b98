import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const asked = { origin: 'null', 'access-control-request-method': 'POST' };

it('a page without an origin (a sandboxed frame, a file) may not ask, and is refused where it does', async () => {
  const preflight = await fetch(`${world.url}/counter/v1/sessions`, { method: 'OPTIONS', headers: asked });
  expect(preflight.status).toBe(204);
  for (const name of ['origin', 'headers', 'methods', 'credentials'])
    expect(preflight.headers.get(`access-control-allow-${name}`)).toBeNull();
  const answer = await world.hotel.ask('GET', '/counter/v1/sessions', { headers: { origin: 'null' } });
  expect(answer).toMatchObject({ status: 403, code: 'origin-not-allowed' });
  expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
});
