import { expect, it } from 'vitest';
import { challenged, sendSamples } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a pass that arrives after the phone was taken over counts for nothing', async () => {
  const check = await challenged(world, await world.citizen('anna'));
  const decide = world.authority.holdNextDecision();
  await sendSamples(check);
  await world.phone('anna');
  expect((await world.hotel.view(check.sessionId)).state).toBe('aborted');
  decide();
  await new Promise((later) => setTimeout(later, 300));
  const { state, result } = await world.hotel.view(check.sessionId);
  expect({ state, result }).toEqual({ state: 'aborted', result: undefined });
});
