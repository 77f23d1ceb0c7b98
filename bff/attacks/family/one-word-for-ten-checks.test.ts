import { expect, it } from 'vitest';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { askForWard, guardianOf, wordOf } from '../world/family.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a guardian’s word for a check at one counter is refused for another counter and for another scene', async () => {
  const guardian = await guardianOf(world);
  const { delegationId } = guardian.delegation;
  const session = await world.hotel.open();
  const { id } = await claim(guardian.phone.holder, world.hotel.code(session));
  const ask = (at: { counterId: string; scene: string }) =>
    askForWard(guardian, id, { delegationId, word: wordOf(world, guardian, delegationId, id, at) });
  const here = { counterId: world.hotel.id, scene: 'hotel' };
  const refused = { status: 422, code: 'guardian-word-refused' };
  expect(await ask({ ...here, counterId: world.shop.id })).toMatchObject(refused);
  expect(await ask({ ...here, scene: 'parcel' })).toMatchObject(refused);
  expect(await ask(here)).toMatchObject({ status: 201 });
});
