import { expect, it } from 'vitest';
import { endAfterForgery } from '../world/verdicts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a pass of the sandbox that hides its mark counts for nothing', async () => {
  const state = await endAfterForgery(world, (pass) =>
    world.authority.keys.sign('lz-verdict+jwt', { ...pass, sandbox: false }),
  );
  expect(state).toBe('failed');
});
