import { expect, it } from 'vitest';
import { claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a phone cannot decline in the place of another', async () => {
  const { sessionId } = await claimed(world);
  const other = await world.citizen();
  const answer = await other.ask('POST', `/holder/v1/sessions/${sessionId}/decline`);
  expect(answer).toMatchObject({ status: 404, code: 'not-found' });
  expect((await world.hotel.view(sessionId)).state).toBe('claimed');
});

it('a session that nobody has claimed cannot be declined by guessing', async () => {
  const { sessionId } = await world.hotel.open();
  const answer = await (await world.phone()).ask('POST', `/holder/v1/sessions/${sessionId}/decline`);
  expect(answer).toMatchObject({ status: 404, code: 'not-found' });
});
