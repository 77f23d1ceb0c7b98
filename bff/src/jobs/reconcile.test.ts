import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { readCredential } from '../credential/credential.ts';
import { readNotices } from '../notice/read-notices.ts';
import { playChecks } from '../verify/checks.fixture.ts';
import { type Comparison, startComparison } from './reconcile.fixture.ts';
import { reconcile } from './reconcile.ts';

let world: Comparison['world'];
let compared: Comparison;
beforeEach(async () => {
  compared = await startComparison();
  world = compared.world;
  return () => world.ports.db.close();
});

describe('reconciliation', () => {
  it('changes nothing where both sides agree', async () => {
    const all = [
      await compared.agreed(),
      await compared.agreed(),
      await compared.agreed(),
      await compared.agreed(),
    ];
    compared.pass(limits.issueGrace);
    await compared.rounds();
    expect(await Promise.all(all.map(({ state }) => state()))).toEqual(all.map(() => 'active'));
    expect({
      differed: compared.differed,
      warned: compared.warned,
      left: compared.liveThere().length,
    }).toEqual({ differed: [], warned: [], left: 4 });
  });

  it('voids here what is void there within the time of one look: a citizen applied elsewhere', async () => {
    const { handle, state } = await compared.agreed();
    await compared.rounds();
    compared.setThere(handle, 'void');
    compared.pass(limits.followEvery);
    await reconcile(world.ports);
    expect(await state()).toBe('void');
    expect(compared.differed).toEqual([['void-there', 1]]);
    expect(compared.warned).toEqual([['credentials-differed', { what: 'void-there', count: 1 }]]);
    expect(world.events).toContainEqual({
      event: 'credential-moved',
      by: 'authority',
      move: 'supersede',
    });
  });

  it('tells the authority to void what is live there and nobody’s here, once it can be in flight no more', async () => {
    const orphan = newId('crd', world.ports.random);
    compared.setThere(orphan, 'active');
    compared.pass(limits.issueGrace - 1);
    await compared.rounds();
    expect(compared.liveThere()).toEqual([orphan]);
    compared.pass(limits.reconcileEvery);
    await compared.rounds();
    expect(compared.liveThere()).toEqual([]);
    expect(compared.differed).toEqual([['live-there', 1]]);
    expect(world.events.filter(({ event }) => event === 'credential-voided')).toHaveLength(1);
  });

  it('tells it too of what is void here and was never told', async () => {
    const { handle, phone } = await compared.agreed();
    await world.ports.db.write([
      { sql: `update credentials set state = 'void' where holder_id = :id`, params: { id: phone.holderId } },
    ]);
    compared.pass(limits.issueGrace);
    await compared.rounds();
    expect(compared.liveThere()).not.toContain(handle);
  });

  it('takes nothing back while an overdue verdict is still to be read: it may be what was issued', async () => {
    await playChecks(world).deciding();
    const issued = newId('crd', world.ports.random);
    compared.setThere(issued, 'active');
    compared.pass(limits.reconcileEvery);
    await compared.rounds();
    expect(compared.liveThere()).toContain(issued);
  });

  it('leaves what a move or an application of this phone is replacing to its verdict, and what is left of it to the whole comparison', async () => {
    const { phone, sessionId } = await playChecks(world).deciding();
    const read = () => readCredential(world.ports, phone.holderId);
    const handle = (await read())?.handle;
    if (handle === undefined) throw new Error('no credential');
    const plays = (ceremony: string) =>
      world.ports.db.write([
        {
          sql: `update sessions set body = replace(body, '"ceremony":"verify"', :ceremony) where id = :sessionId`,
          params: { sessionId, ceremony: `"ceremony":"${ceremony}"` },
        },
      ]);
    compared.setThere(handle, 'void');
    await plays('move');
    await compared.rounds();
    expect(await read()).toMatchObject({ state: 'active' });
    await world.ports.db.write([
      { sql: `update sessions set state = 'failed' where id = :sessionId`, params: { sessionId } },
    ]);
    compared.pass(limits.reconcileEvery);
    await compared.rounds();
    expect(await read()).toMatchObject({ state: 'void' });
  });

  it('voids here what the authority has never heard of', async () => {
    const { state, handle } = await compared.agreed();
    compared.forget(handle);
    await compared.rounds();
    expect(await state()).toBe('void');
  });

  it('goes through all of both sides in pages, each round a page of each, and begins anew after its time', async () => {
    const all = [];
    for (let n = 0; n < 2 * compared.pageSize + 1; n++) all.push(await compared.agreed());
    const list = vi.mocked(world.ports.authority.listCredentials);
    await reconcile(world.ports);
    expect(list.mock.calls).toEqual([[undefined], [undefined]]);
    await compared.rounds();
    expect(list.mock.calls).toHaveLength(6);
    compared.pass(limits.followEvery);
    await reconcile(world.ports);
    expect(list.mock.calls).toHaveLength(7);
    compared.pass(limits.reconcileEvery);
    await reconcile(world.ports);
    expect(list.mock.calls.slice(7)).toEqual([[String(all.length)], [undefined]]);
  });

  it('stays where it was when the authority cannot be reached, and goes on from there', async () => {
    const { handle, state } = await compared.agreed();
    await compared.rounds();
    compared.setThere(handle, 'void');
    compared.pass(limits.followEvery);
    const { listCredentials } = world.ports.authority;
    world.ports.authority.listCredentials = () => Promise.reject(new Error('down'));
    await reconcile(world.ports);
    expect(compared.warned).toEqual([['not-compared', { walk: 'changes', why: 'fault' }]]);
    world.ports.authority.listCredentials = listCredentials;
    compared.pass(limits.followEvery);
    await reconcile(world.ports);
    expect(await state()).toBe('void');
  });

  it('follows here what was suspended there, and says so to the phone', async () => {
    const { handle, state, phone } = await compared.agreed();
    compared.setThere(handle, 'suspended');
    await compared.rounds();
    expect(await state()).toBe('suspended');
    expect(compared.differed).toEqual([['weaker-here', 1]]);
    const told = await readNotices(world.ports, phone.deviceThumbprint, 0);
    expect(told.map(({ kind }) => kind)).toEqual(['suspended']);
  });

  it('tells it again what is frozen here and usable there, once that can be on its way no more', async () => {
    const { handle, state, phone } = await compared.agreed();
    await world.ports.db.write([
      {
        sql: `update credentials set state = 'frozen', since = :now where holder_id = :id`,
        params: { id: phone.holderId, now: world.clock.now },
      },
    ]);
    compared.pass(limits.issueGrace - 1);
    await compared.rounds();
    expect(compared.there().find((each) => each.handle === handle)?.state).toBe('active');
    compared.pass(limits.reconcileEvery);
    await compared.rounds();
    expect(compared.there().find((each) => each.handle === handle)?.state).toBe('frozen');
    expect(await state()).toBe('frozen');
  });
});
