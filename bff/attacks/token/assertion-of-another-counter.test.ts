import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([
  ['by the key of another counter', {}, true],
  ['by its own key, in the name of another', { sub: 'cnt_shop-1', iss: 'cnt_shop-1' }, false],
  ['by its own key, on behalf of another', { sub: 'cnt_shop-1' }, false],
  ['by its own key, issued by another', { iss: 'cnt_shop-1' }, false],
  ['in the name of nobody', { sub: 'cnt_nobody', iss: 'cnt_nobody' }, false],
])('a client assertion %s is refused', async (_what, claims, otherKey) => {
  const key = (otherKey ? world.shop : world.hotel).key.privateKey;
  const answer = await world.hotel.askToken(world.hotel.assertion({ claims, key }));
  expect(answer).toMatchObject({ status: 401, code: 'client-unknown' });
});
