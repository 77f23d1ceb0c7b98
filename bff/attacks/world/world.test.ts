import { expect, it } from 'vitest';
import { checkThrough } from './check.fixture.ts';
import { claimsOf } from './jws.fixture.ts';
import { startWorld } from './world.fixture.ts';

const world = await startWorld();

it('an honest citizen passes at an honest counter, so that what is refused elsewhere is the attack', async () => {
  const { session, view } = await checkThrough(world);
  expect(view.state).toBe('passed');
  const { state, result = '' } = await world.hotel.view(session.sessionId);
  expect(state).toBe('passed');
  expect(claimsOf(result)).toMatchObject({ aud: 'rp_hotel', outcome: 'pass', sandbox: true });
});
