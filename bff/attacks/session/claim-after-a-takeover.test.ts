import { expect, it } from 'vitest';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('whoever takes over an account does not get its credential', async () => {
  await world.citizen('anna');
  const thief = await world.phone('anna');
  const code = world.hotel.code(await world.hotel.open());
  await expect(claim(thief.holder, code)).rejects.toMatchObject({ code: 'credential-unusable' });
});
