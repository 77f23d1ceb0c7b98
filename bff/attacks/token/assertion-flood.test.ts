import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a counter that asks for tokens without end is slowed down, and no other counter with it', async () => {
  const answers = [];
  for (let i = 0; i < 105; i++) answers.push(await world.hotel.askToken(world.hotel.assertion()));
  expect(answers.at(-1)).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect(answers.at(-1)?.headers['retry-after']).toMatch(/^[0-9]+$/);
  expect(await world.shop.askToken(world.shop.assertion())).toMatchObject({ status: 200 });
});
