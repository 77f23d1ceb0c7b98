import { expect, it } from 'vitest';
import { challenged, ended, sendSamples } from '../world/check.fixture.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a second verdict that says otherwise changes nothing', async () => {
  const check = await challenged(world);
  const { sessionId } = check;
  await world.authority.script({ name: 'stub-decision', outcome: 'fail', sessionId });
  await world.authority.script({ name: 'duplicate', outcome: 'pass', sessionId });
  await sendSamples(check);
  expect((await ended(check)).state).toBe('failed');
  const { version } = await world.hotel.view(sessionId);
  await new Promise((later) => setTimeout(later, 1200));
  const later = await world.hotel.view(sessionId);
  expect(later).toMatchObject({ state: 'failed', version });
  expect(claimsOf(later.result ?? '')).toMatchObject({ outcome: 'fail' });
});
