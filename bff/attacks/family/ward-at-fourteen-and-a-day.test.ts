import { expect, it } from 'vitest';
import { renewDelegation } from '../../../miniprogram/src/family/change-delegation.ts';
import { claimed } from '../world/check.fixture.ts';
import { askForWard, forWard, guardianOf, wordOf } from '../world/family.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const day = 24 * 60 * 60 * 1000;

it('of a child of 14 and a day nobody answers by the form for children under 14', async () => {
  const guardian = await guardianOf(world, { age: 13.85 });
  const { delegation, phone } = guardian;
  const { delegationId } = delegation;
  expect(delegation.form).toBe('under-14');
  world.clock.at = delegation.endsAt + day;
  const { sessionId } = await claimed(world, phone);
  const ask = () =>
    askForWard(guardian, sessionId, { delegationId, word: wordOf(world, guardian, delegationId, sessionId) });
  expect(await ask()).toMatchObject({ code: 'delegation-over' });
  const sayItEnds = (endsAt: number) =>
    world.ports.db.write([
      {
        sql: 'update delegations set ends_at = :endsAt where id = :id',
        params: { endsAt, id: delegationId },
      },
    ]);
  // A BFF that says it goes on does not make it so.
  await sayItEnds(world.clock.at + 300 * day);
  expect(await ask()).toMatchObject({ code: 'delegation-over' });
  // Its own job may have written down the end meanwhile: what has ended before its time is taken for ended by somebody.
  await sayItEnds(delegation.endsAt);

  const renewed = await renewDelegation(phone.holder, delegationId, 'under-18');
  expect(renewed).toMatchObject({ form: 'under-18', state: 'active' });
  await expect(forWard(world, guardian, delegationId)).resolves.toBeDefined();
});
