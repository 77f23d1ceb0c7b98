import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const { atOnce, every } = limits.sessionsPerCounter;

async function openAndEnd(): Promise<number> {
  const { sessionId } = await world.hotel.open();
  const body = { reason: 'abandoned' };
  return (await world.hotel.ask('POST', `/counter/v1/sessions/${sessionId}/end`, { body })).status;
}

it('a counter that opens sessions and ends them at once, without end, adds no more than its share to disk and chain', async () => {
  for (let n = 0; n < atOnce; n++) expect(await openAndEnd()).toBe(200);
  const refused = await world.hotel.askSession({ scene: 'hotel', purpose: 'check-in' });
  expect(refused).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect(refused.headers['retry-after']).toBe(String(every / 1000));
  world.clock.at += every;
  expect(await openAndEnd()).toBe(200);
});
