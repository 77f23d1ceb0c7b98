import { expect, it } from 'vitest';
import { endAfterForgery } from '../world/verdicts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a pass that is dated ahead counts for nothing', async () => {
  const state = await endAfterForgery(world, (pass) =>
    world.authority.keys.sign('lz-verdict+jwt', { ...pass, iat: world.clock.at / 1000 + 600 }),
  );
  expect(state).toBe('failed');
});
