import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a phone that calls without end is slowed down to the second that it is told, and no other phone with it', async () => {
  const { atOnce, every } = limits.callsPerDevice;
  const [phone, other] = [await world.phone(), await world.phone()];
  const statuses: number[] = [];
  while (statuses.length <= atOnce)
    statuses.push(...(await Promise.all([1, 2, 3, 4].map(() => phone.whoAmI()))).map(({ status }) => status));
  expect(statuses.filter((status) => status === 200)).toHaveLength(atOnce);
  const refused = await phone.whoAmI();
  expect(refused).toMatchObject({ status: 429, code: 'too-many-requests', headers: { 'retry-after': '1' } });
  const remembered = () => world.ports.db.read('select id from replays', {});
  const before = await remembered();
  for (let n = 0; n < 5; n++) expect(await phone.whoAmI()).toMatchObject({ status: 429 });
  expect(await remembered()).toEqual(before);
  expect(await other.whoAmI()).toMatchObject({ status: 200 });
  world.clock.at += every;
  expect(await phone.whoAmI()).toMatchObject({ status: 200 });
});

it('a counter that calls without end is slowed down, and no other of its relying party with it', async () => {
  const { atOnce } = limits.callsPerCounter;
  const { sessionId } = await world.hotel.open();
  const look = () => world.hotel.ask('GET', `/counter/v1/sessions/${sessionId}`);
  const statuses: number[] = [];
  while (statuses.length <= atOnce)
    statuses.push(...(await Promise.all(Array.from({ length: 20 }, look))).map(({ status }) => status));
  expect(statuses.indexOf(429)).toBeGreaterThan(atOnce - 20);
  expect((await look()).headers['retry-after']).toBe('1');
  expect(await world.otherHotelCounter.view(sessionId)).toMatchObject({ state: 'open' });
});
