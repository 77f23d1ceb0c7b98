import { expect, it } from 'vitest';
import { endAfterForgery } from '../world/verdicts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a genuine pass of another session counts for nothing', async () => {
  const state = await endAfterForgery(world, (pass) =>
    world.authority.keys.sign('lz-verdict+jwt', { ...pass, sessionId: 'ses_AAAAAAAAAAAAAAAAAAAAAA' }),
  );
  expect(state).toBe('failed');
});
