import { expect, it } from 'vitest';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { startWorld } from '../world/world.fixture.ts';
import { tooLate } from './arrivals.fixture.ts';

const world = await startWorld();

it('a code that is older than a minute is refused without a ticket, and a slow scan is just scanned again', async () => {
  const phone = await world.citizen();
  const session = await world.hotel.open();
  const photographed = world.hotel.code(session);
  world.clock.pass(tooLate);
  await expect(claim(phone.holder, photographed)).rejects.toMatchObject({ code: 'code-stale' });
  expect(await phone.arrive({ code: photographed })).toMatchObject({ status: 410, code: 'code-stale' });
  expect(await world.hotel.view(session.sessionId)).toMatchObject({ state: 'open', version: 1 });
  expect(await claim(phone.holder, world.hotel.code(session))).toMatchObject({ state: 'claimed' });
});
