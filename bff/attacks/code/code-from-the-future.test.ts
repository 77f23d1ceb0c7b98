import { expect, it } from 'vitest';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { showCode } from '../../../scripts/stand-ins/counter/show-code.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a code of three seconds ahead is refused until its time has come', async () => {
  const phone = await world.citizen();
  const early = showCode(await world.hotel.open(), 3_000, world.clock.at);
  await expect(claim(phone.holder, early)).rejects.toMatchObject({ code: 'code-stale' });
  world.clock.pass(3_000);
  expect(await claim(phone.holder, early)).toMatchObject({ state: 'claimed' });
});
