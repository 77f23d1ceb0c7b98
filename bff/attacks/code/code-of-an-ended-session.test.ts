import { expect, it } from 'vitest';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the code of a session that its counter ended opens nothing, though it is fresh', async () => {
  const phone = await world.citizen();
  const session = await world.hotel.open();
  await world.hotel.ask('POST', `/counter/v1/sessions/${session.sessionId}/end`, {
    body: { reason: 'abandoned' },
  });
  await expect(claim(phone.holder, world.hotel.code(session))).rejects.toMatchObject({ code: 'code-stale' });
});
