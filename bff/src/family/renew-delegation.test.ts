import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { readDelegation } from '../credential/delegation.ts';
import { delegationTimes } from '../credential/delegation-due.ts';
import { endDelegations } from '../jobs/end-delegations.ts';
import { readNotices } from '../notice/read-notices.ts';
import type { HolderCaller } from '../ports/callers.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { endDelegation } from './end-delegation.ts';
import { renewDelegation } from './renew-delegation.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
let guardian: HolderCaller;
/** What happens here while the authority reads the word. */
let meanwhile: (id: string) => Promise<unknown>;
beforeEach(async () => {
  world = await testPorts();
  guardian = await world.phone();
  meanwhile = async () => undefined;
  world.ports.delegations.renew = async (delegationId) => {
    await meanwhile(delegationId);
    const endsAt = world.clock.now + limits.delegationLifetime;
    return { delegationId, relation: 'child', form: 'under-14', scenes: ['hotel'], state: 'active', endsAt };
  };
  return () => world.ports.db.close();
});

async function delegated(endsAt = world.clock.now + limits.delegationLifetime) {
  const { random, db } = world.ports;
  const [id, credential] = [newId('del', random), newId('crd', random)];
  const params = { id, credential, holder: guardian.holderId, ...delegationTimes(endsAt, world.clock.now) };
  await db.write([
    {
      sql: `insert into delegations (id, holder_id, credential, relation, form, scenes, asks, state, since, ends_at, due_at, purge_at)
        values (:id, :holder, :credential, 'child', 'under-14', '["hotel"]', 'each-time', 'active', 0, :endsAt, :dueAt, :purgeAt)`,
      params,
    },
  ]);
  return id;
}
const renew = (id: string) => renewDelegation(world.ports, guardian, id, { word: 'word' });
const state = async (id: string) => (await readDelegation(world.ports, guardian.holderId, id))?.state;
const toldRenewed = async () =>
  (await readNotices(world.ports, guardian.deviceThumbprint, 0)).some(
    ({ kind }) => kind === 'delegation-renewed',
  );

describe('a delegation that is renewed', () => {
  it('stays ended where its guardian has ended it meanwhile, and no phone hears of a renewal', async () => {
    const id = await delegated();
    meanwhile = (ended) => {
      world.clock.now += 1;
      return endDelegation(world.ports, guardian, ended);
    };
    await expect(renew(id)).rejects.toThrow('delegation-over');
    expect(await state(id)).toBe('ended');
    expect(await toldRenewed()).toBe(false);
    expect(world.events).not.toContainEqual({ event: 'delegation-renewed', by: 'holder' });
  });

  it('goes on where time has ended it meanwhile, or before', async () => {
    const id = await delegated(world.clock.now + 1);
    const end = async () => {
      world.clock.now += 1;
      await endDelegations(world.ports);
      expect(await state(id)).toBe('ended');
    };
    meanwhile = end;
    await renew(id);
    expect([await state(id), await toldRenewed()]).toEqual(['active', true]);

    world.clock.now += limits.delegationLifetime;
    await end();
    meanwhile = async () => undefined;
    await renew(id);
    expect(await state(id)).toBe('active');
  });
});
