import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { challenged, sendSamples } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('whoever keeps the verdict back gets an aborted check, never a pass', async () => {
  const check = await challenged(world);
  const { sessionId } = check;
  await world.authority.script({ name: 'delay', sessionId, ms: 60_000 });
  await sendSamples(check);
  expect((await world.hotel.view(sessionId)).state).toBe('claimed');
  world.clock.pass(limits.decidingLifetime);
  const seen = async () => {
    const { state, result } = await world.hotel.view(sessionId);
    return { state, result };
  };
  await expect.poll(seen, { timeout: 5_000 }).toEqual({ state: 'aborted', result: undefined });
});
