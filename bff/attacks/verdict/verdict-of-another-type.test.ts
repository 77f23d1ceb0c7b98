import { expect, it } from 'vitest';
import { endAfterForgery } from '../world/verdicts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('what the authority signed for another purpose is no verdict', async () => {
  const state = await endAfterForgery(world, (pass) =>
    world.authority.keys.sign('lz-challenge+jwt', { ...pass, sandbox: true }),
  );
  expect(state).toBe('failed');
});
