import { expect, it } from 'vitest';
import { challenged, ended, sendSamples } from '../world/check.fixture.ts';
import { citizen } from '../world/parties.fixture.ts';
import { applyAs } from '../world/phone.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a check in flight fails when its citizen applies again meanwhile', async () => {
  const [old, present] = [await world.phone(), await world.phone()];
  await applyAs(old, citizen(500));
  const check = await challenged(world, old);
  const decide = world.authority.holdNextDecision();
  await sendSamples(check);
  await applyAs(present, citizen(500));
  decide();
  expect((await ended(check)).state).toBe('failed');
});
