import { expect, it } from 'vitest';
import { challenged, ended, sendSamples } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('neither side can take a check back once it is being decided', async () => {
  const check = await challenged(world);
  const { phone, sessionId } = check;
  const decide = world.authority.holdNextDecision();
  await sendSamples(check);
  const declined = await phone.ask('POST', `/holder/v1/sessions/${sessionId}/decline`);
  expect(declined).toMatchObject({ status: 409, code: 'step-out-of-order' });
  const end = { body: { reason: 'abandoned' } };
  const cancelled = world.hotel.ask('POST', `/counter/v1/sessions/${sessionId}/end`, end);
  decide();
  expect((await ended(check)).state).toBe('passed');
  expect(await cancelled).toMatchObject({ status: 410, code: 'session-over' });
});
