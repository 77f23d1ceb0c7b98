import { expect, it } from 'vitest';
import { limits } from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a counter that asks for tokens without end is slowed down, and no other counter with it', async () => {
  const { atOnce, every } = limits.assertionsPerCounter;
  const ask = () => world.hotel.askToken(world.hotel.assertion());
  for (let asked = 0; asked < atOnce; asked += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  }
  const refused = await ask();
  expect(refused).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect(refused.headers['retry-after']).toBe(String(every / 1000));
  expect(await world.shop.askToken(world.shop.assertion())).toMatchObject({ status: 200 });
});
