import { expect, it } from 'vitest';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a photographed code cannot be made young again by writing another second into it', async () => {
  const phone = await world.citizen();
  const session = await world.hotel.open();
  const photographed = world.hotel.code(session);
  world.clock.pass(20_000);
  const rejuvenated = photographed.replace(/\.0\.([^.]+)$/, '.20.$1');
  expect(rejuvenated).not.toBe(photographed);
  await expect(claim(phone.holder, rejuvenated)).rejects.toMatchObject({ code: 'code-forged' });
});
