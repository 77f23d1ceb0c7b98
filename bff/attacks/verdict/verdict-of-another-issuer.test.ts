import { expect, it } from 'vitest';
import { endAfterForgery } from '../world/verdicts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a pass in the name of another issuer counts for nothing', async () => {
  const state = await endAfterForgery(world, (pass) =>
    world.authority.keys.sign('lz-verdict+jwt', { ...pass, iss: 'another-authority' }),
  );
  expect(state).toBe('failed');
});
