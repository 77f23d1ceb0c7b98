import { expect, it } from 'vitest';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a second phone cannot take a session with the same fresh code, and the first one keeps it', async () => {
  const { phone, session } = await claimed(world);
  const thief = await world.citizen();
  const code = world.hotel.code(session);
  await expect(claim(thief.holder, code)).rejects.toMatchObject({ code: 'session-taken' });
  expect(await claim(phone.holder, code)).toMatchObject({ state: 'claimed' });
});
