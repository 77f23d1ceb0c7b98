import { expect, it } from 'vitest';
import { checkThrough } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const hour = 3_600_000;

it.each([
  ['45 s ahead', 45_000],
  ['80 s behind', -80_000],
  ['3 h ahead', 3 * hour],
  ['8 h behind', -8 * hour],
  ['in 1970', -world.clock.at],
])('a phone whose clock is %s is no attack: its owner signs in, applies and passes', async (_what, ahead) => {
  const phone = await world.citizen(undefined, ahead);
  expect((await checkThrough(world, phone)).view.state).toBe('passed');
});
