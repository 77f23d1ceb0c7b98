import { expect, it } from 'vitest';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a phone without a credential can claim nothing', async () => {
  const phone = await world.phone();
  const session = await world.hotel.open();
  await expect(claim(phone.holder, world.hotel.code(session))).rejects.toMatchObject({
    code: 'credential-missing',
  });
  expect((await world.hotel.view(session.sessionId)).state).toBe('open');
});
