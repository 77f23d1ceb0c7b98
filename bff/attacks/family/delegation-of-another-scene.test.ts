import { expect, it } from 'vitest';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { askForWard, guardianOf, wordOf } from '../world/family.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a delegation for hotels opens no parcel, neither at the BFF nor past it', async () => {
  const guardian = await guardianOf(world);
  const { phone, delegation } = guardian;
  const { delegationId } = delegation;
  const session = await world.shop.open('parcel', 'send');
  const { id } = await claim(phone.holder, world.shop.code(session));
  const ask = () =>
    askForWard(guardian, id, { delegationId, word: wordOf(world, guardian, delegationId, id) });
  expect(await ask()).toMatchObject({ status: 403, code: 'delegation-scene' });
  await world.ports.db.write([
    {
      sql: 'update delegations set scenes = :scenes where id = :id',
      params: { scenes: '["hotel","parcel"]', id: delegationId },
    },
  ]);
  expect(await ask()).toMatchObject({ status: 403, code: 'delegation-scene' });
});

it('nor does it answer for the guardian’s own raise or another binding', async () => {
  const guardian = await guardianOf(world);
  const { delegationId } = guardian.delegation;
  const opened = await guardian.officer.openFamily();
  const { id } = await claim(guardian.phone.holder, guardian.officer.code(opened));
  const word = wordOf(world, guardian, delegationId, id);
  expect(await askForWard(guardian, id, { delegationId, word })).toMatchObject({ code: 'request-invalid' });
});
