import { expect, it } from 'vitest';
import { claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('another RP cannot end a session', async () => {
  const { sessionId } = await claimed(world);
  const end = { body: { reason: 'staffed' } };
  const answer = await world.shop.ask('POST', `/counter/v1/sessions/${sessionId}/end`, end);
  expect(answer).toMatchObject({ status: 404, code: 'not-found' });
  expect((await world.hotel.view(sessionId)).state).toBe('claimed');
});
