import { expect, it } from 'vitest';
import { strengthen } from '../../../miniprogram/src/protect/strengthen.ts';
import { cardOf, credentialed, handleOf, protectAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('whoever holds the phone withdraws no report of a lost card by another face, nor past it by a freeze', async () => {
  const phone = await credentialed(world, 1);
  await strengthen(phone.holder, 'report-card');
  await world.authority.script({ name: 'stub-decision', outcome: 'fail', times: 2 });
  expect((await protectAs(phone, 'withdraw-card-report')).state).toBe('failed');
  expect(await cardOf(phone)).toMatchObject({ state: 'card-reported-lost' });
  await strengthen(phone.holder, 'freeze');
  expect((await protectAs(phone, 'unfreeze')).state).toBe('failed');
  expect((await protectAs(phone, 'unfreeze')).state).toBe('passed');
  expect(await cardOf(phone)).toMatchObject({ state: 'card-reported-lost' });
  // The control: the owner’s own face.
  expect((await protectAs(phone, 'withdraw-card-report')).state).toBe('passed');
  expect(await cardOf(phone)).toMatchObject({ state: 'active' });
  expect(world.authority.credential(await handleOf(phone))).toMatchObject({ state: 'active' });
});
