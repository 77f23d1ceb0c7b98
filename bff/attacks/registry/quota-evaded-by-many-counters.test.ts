import { expect, it } from 'vitest';
import { operatorOf } from '../world/operator.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const asked = { scene: 'hotel', purpose: 'check-in' };

it('a relying party gets no more by having more counters: they share what it may make and hold', async () => {
  const lin = await operatorOf(world);
  const version = await lin.version('/relying-parties/rp_hotel');
  const quotas = { liveSessions: 3, sessions: { atOnce: 4, every: 60_000 }, streams: 1 };
  expect(
    (await lin.ask('PUT', '/relying-parties/rp_hotel/quotas', { body: { version, quotas } })).status,
  ).toBe(200);
  const desks = [world.hotel, world.otherHotelCounter, world.thirdHotelCounter];
  for (const desk of desks) expect((await desk.askSession(asked)).status).toBe(201);
  for (const desk of desks) expect(await desk.askSession(asked)).toMatchObject({ code: 'too-many-requests' });

  const leave = new AbortController();
  const headers = { authorization: `Bearer ${await world.hotel.token()}` };
  expect((await fetch(`${world.url}/counter/v1/events`, { headers, signal: leave.signal })).status).toBe(200);
  expect(await world.otherHotelCounter.ask('GET', '/counter/v1/events')).toMatchObject({ status: 429 });
  leave.abort();
  expect((await world.shop.askSession({ scene: 'parcel', purpose: 'send' })).status).toBe(201);
});
