import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { readDelegation } from '../credential/delegation.ts';
import { delegationTimes } from '../credential/delegation-due.ts';
import { readNotices } from '../notice/read-notices.ts';
import type { HolderCaller } from '../ports/callers.ts';
import { fullDisk } from '../ports/full-disk.fixture.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { endDelegations } from './end-delegations.ts';
import { forget } from './forget.ts';
import { reconcile } from './reconcile.ts';

const day = 24 * 60 * 60 * 1000;
let world: Awaited<ReturnType<typeof testPorts>>;
let phone: HolderCaller;
beforeEach(async () => {
  world = await testPorts();
  phone = await world.phone();
  return () => world.ports.db.close();
});

const told = async () => (await readNotices(world.ports, phone.deviceThumbprint, 0)).map(({ kind }) => kind);
const rounds = async () => {
  for (let round = 0; round < 2; round++) await endDelegations(world.ports);
};

/** A delegation that ends by itself then, with a code that was given away. */
async function delegated(endsAt = world.clock.now + limits.delegationLifetime) {
  const { random, db } = world.ports;
  const id = newId('del', random);
  const credential = newId('crd', random);
  const params = { id, credential, holder: phone.holderId, ...delegationTimes(endsAt, world.clock.now) };
  await db.write([
    {
      sql: `insert into delegations (id, holder_id, credential, relation, form, scenes, asks, state, since, ends_at, due_at, purge_at)
        values (:id, :holder, :credential, 'child', 'under-14', '["hotel"]', 'each-time', 'active', 0, :endsAt, :dueAt, :purgeAt)`,
      params,
    },
    {
      sql: `insert into ward_codes (hash, delegation_id, device, expires_at) values (:id, :id, 'd', :expiresAt)`,
      params: { id, expiresAt: world.clock.now + limits.wardCodeLifetime },
    },
  ]);
  const state = async () => (await readDelegation(world.ports, phone.holderId, id))?.state;
  const codes = async () => (await db.read('select hash from ward_codes', {})).length;
  return { id, endsAt, state, codes };
}

describe('a delegation', () => {
  it('is told of a month, a week and a day before it ends, each once, and ends at that very moment', async () => {
    const { endsAt, state } = await delegated();
    for (const [n, before] of [30, 7, 1].entries()) {
      world.clock.now = endsAt - before * day - 1;
      await rounds();
      expect(await told()).toHaveLength(n);
      world.clock.now += 1;
      await rounds();
      expect(await told()).toHaveLength(n + 1);
    }
    world.clock.now = endsAt - 1;
    expect(await state()).toBe('active');
    world.clock.now = endsAt;
    expect(await state()).toBe('ended');
    await rounds();
    expect(new Set((await told()).slice(0, -1))).toEqual(new Set(['delegation-ends-soon']));
    expect((await told()).at(-1)).toBe('delegation-ended');
    world.clock.now = endsAt + limits.delegationShown;
    await forget(world.ports);
    expect(await state()).toBeUndefined();
  });

  it('that the authority has ended ends here with the next comparison, with its codes, and is told of once', async () => {
    const [gone, stays] = [await delegated(), await delegated()];
    world.ports.delegations.standing = async (ids) =>
      ids.map((id) => ({
        ...{ delegationId: id, relation: 'child', form: 'under-14', scenes: ['hotel'], endsAt: stays.endsAt },
        state: id === gone.id ? 'ended' : 'rests',
      }));
    await reconcile(world.ports);
    expect([await gone.state(), await stays.state(), await gone.codes()]).toEqual(['ended', 'active', 1]);
    await rounds();
    await reconcile(world.ports);
    await rounds();
    expect(await told()).toEqual(['delegation-ended']);
  });

  it('of which the authority knows nothing is none; where it cannot be asked all stays as it is', async () => {
    const { state } = await delegated();
    world.ports.delegations.standing = () => Promise.reject(new Error('unreachable'));
    await reconcile(world.ports);
    expect(await state()).toBe('active');
    world.clock.now += limits.followEvery;
    world.ports.delegations.standing = async () => [];
    await reconcile(world.ports);
    expect(await state()).toBe('ended');
  });

  it('ends by its time, and by the authority, also on a disk without room', async () => {
    const { db } = world.ports;
    const [soon, over, gone] = [
      await delegated(world.clock.now + 7 * day),
      await delegated(world.clock.now + 1),
      await delegated(),
    ];
    world.clock.now += 1;
    const full = fullDisk(db);
    world.ports.db = full.db;
    await endDelegations(world.ports);
    const rows = async () =>
      Object.fromEntries(
        (await db.read('select id, state from delegations', {})).map((row) => [row.id, row.state]),
      );
    expect(await rows()).toEqual({ [soon.id]: 'active', [over.id]: 'ended', [gone.id]: 'active' });
    world.ports.delegations.standing = async (ids) =>
      ids
        .filter((id) => id !== gone.id)
        .map((id) => ({
          ...{
            delegationId: id,
            relation: 'child',
            form: 'under-14',
            scenes: ['hotel'],
            endsAt: soon.endsAt,
          },
          state: 'active',
        }));
    await reconcile(world.ports);
    expect(await rows()).toEqual({ [soon.id]: 'active', [over.id]: 'ended', [gone.id]: 'ended' });
    world.clock.now += limits.followEvery;
    await reconcile(world.ports);
    expect(full.writes).not.toContain(0);
  });
});
