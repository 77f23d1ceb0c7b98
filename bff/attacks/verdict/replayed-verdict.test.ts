import { expect, it } from 'vitest';
import { challenged, ended, sendSamples } from '../world/check.fixture.ts';
import { endAfterForgery } from '../world/verdicts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a pass that was recorded in one check does not serve in the next', async () => {
  let recorded = '';
  world.authority.lies.verdict = (genuine) => {
    recorded = genuine;
    return genuine;
  };
  const honest = await challenged(world);
  await sendSamples(honest);
  expect((await ended(honest)).state).toBe('passed');
  expect(await endAfterForgery(world, () => recorded)).toBe('failed');
});
