import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an RP cannot ask in a scene that it is not registered for', async () => {
  const answer = await world.hotel.askSession({ scene: 'gov-window', purpose: 'handle-affairs' });
  expect(answer).toMatchObject({ status: 403, code: 'scene-not-allowed' });
});

it('an RP cannot ask for a purpose of another scene', async () => {
  const answer = await world.hotel.askSession({ scene: 'hotel', purpose: 'handle-affairs' });
  expect(answer).toMatchObject({ status: 422, code: 'purpose-not-allowed' });
});
