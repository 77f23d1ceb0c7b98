import { it } from 'vitest';
import { expectUnknown } from '../world/registration.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([
  ['another counter', 'cnt_hotel-2', 'other-counter'],
  ['a counter of another RP', 'cnt_shop-1', 'other-rp'],
])('a BFF that shows the genuine statement of %s is believed by no phone', async (_what, id, why) => {
  await expectUnknown(world, () => world.party(id).registration, why);
});
