import { expect, it } from 'vitest';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a code that is six seconds old is refused, and a slow scan is just scanned again', async () => {
  const phone = await world.citizen();
  const session = await world.hotel.open();
  const photographed = world.hotel.code(session);
  world.clock.pass(6_000);
  await expect(claim(phone.holder, photographed)).rejects.toMatchObject({ code: 'code-stale' });
  expect(await claim(phone.holder, world.hotel.code(session))).toMatchObject({ state: 'claimed' });
});
