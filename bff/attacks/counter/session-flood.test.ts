import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const checkIn = { scene: 'hotel', purpose: 'check-in' };

it('a counter that opens sessions without end has fifty that live, and the next one at the very second that it is told', async () => {
  const { hotel } = world;
  for (let n = 0; n < 5; n++) {
    const some = Array.from({ length: limits.liveSessionsPerCounter / 5 }, () => hotel.askSession(checkIn));
    for (const { status } of await Promise.all(some)) expect(status).toBe(201);
    world.clock.at += 1000;
  }
  const beyond = await Promise.all(Array.from({ length: 20 }, () => hotel.askSession(checkIn)));
  for (const refused of beyond) expect(refused).toMatchObject({ status: 429, code: 'too-many-requests' });
  const wait = limits.openLifetime / 1000 - 5;
  expect(beyond[0]?.headers['retry-after']).toBe(String(wait));
  expect(await world.otherHotelCounter.askSession(checkIn)).toMatchObject({ status: 201 });

  world.clock.at += (wait - 1) * 1000;
  expect(await hotel.askSession(checkIn)).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
  world.clock.at += 1000;
  expect(await hotel.askSession(checkIn)).toMatchObject({ status: 201 });
});
