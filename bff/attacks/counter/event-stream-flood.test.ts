import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a counter has four event streams at most', async () => {
  const headers = { authorization: `Bearer ${await world.hotel.token()}` };
  const leave = new AbortController();
  const open = () => fetch(`${world.url}/counter/v1/events`, { headers, signal: leave.signal });
  for (let i = 0; i < limits.eventStreamsPerCounter; i++) expect((await open()).status).toBe(200);
  const refused = await world.hotel.ask('GET', '/counter/v1/events');
  expect(refused).toMatchObject({ status: 429, code: 'too-many-requests' });
  leave.abort();
});
