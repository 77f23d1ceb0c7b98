import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CredentialPage } from '../../../shared/contract/authority/credentials.ts';
import { type CredentialHandle, newId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { readCredential } from '../credential/credential.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { playChecks } from '../verify/checks.fixture.ts';
import { reconcile } from './reconcile.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
/** What the authority has, in the order of change. */
let there: (CredentialPage['credentials'][number] & { seq: number })[];
let changes: number;
let differed: [string, number][];
let warned: unknown[];
const pageSize = 3;

beforeEach(async () => {
  world = await testPorts();
  [there, differed, warned, changes] = [[], [], [], 0];
  const { ports } = world;
  ports.measures.credentialsDiffered = (what, count) => void (count > 0 && differed.push([what, count]));
  ports.warn = (what, facts) => void warned.push([what, facts]);
  ports.authority.listCredentials = vi.fn(async (after = '0') => {
    const left = there.filter(({ seq }) => seq > Number(after));
    const page = left.slice(0, pageSize);
    const credentials = page.map(({ handle, status, since }) => ({ handle, status, since }));
    return { credentials, cursor: String(page.at(-1)?.seq ?? after), more: left.length > pageSize };
  });
  ports.authority.liveAmong = async (handles) =>
    new Set(
      handles.filter((handle) => there.some((each) => each.handle === handle && each.status === 'live')),
    );
  ports.authority.voidCredential = async (handle) => setThere(handle, 'void');
  return () => ports.db.close();
});

function setThere(handle: CredentialHandle, status: 'live' | 'void', since = world.clock.now): void {
  changes += 1;
  there = [...there.filter((each) => each.handle !== handle), { handle, status, since, seq: changes }];
}

/** A holder with a credential that is live on both sides. */
async function agreed() {
  const phone = await world.phone();
  const handle = (await readCredential(world.ports, phone.holderId))?.handle;
  if (handle === undefined) throw new Error('no credential');
  setThere(handle, 'live');
  return { phone, handle, status: async () => (await readCredential(world.ports, phone.holderId))?.status };
}

/** As many rounds as the whole comparison takes, and what they queue is told. */
async function rounds(count = 10) {
  for (let round = 0; round < count; round++) {
    await reconcile(world.ports);
    await deliverDue(world.ports);
  }
}

const pass = (milliseconds: number) => {
  world.clock.now += milliseconds;
};
const liveThere = () => there.filter(({ status }) => status === 'live').map(({ handle }) => handle);

describe('reconciliation', () => {
  it('changes nothing where both sides agree', async () => {
    const all = [await agreed(), await agreed(), await agreed(), await agreed()];
    pass(limits.issueGrace);
    await rounds();
    expect(await Promise.all(all.map(({ status }) => status()))).toEqual(all.map(() => 'live'));
    expect({ differed, warned, left: liveThere().length }).toEqual({ differed: [], warned: [], left: 4 });
  });

  it('voids here what is void there within the time of one look: a citizen applied elsewhere', async () => {
    const { handle, status } = await agreed();
    await rounds();
    setThere(handle, 'void');
    pass(limits.followEvery);
    await reconcile(world.ports);
    expect(await status()).toBe('void');
    expect(differed).toEqual([['void-there', 1]]);
    expect(warned).toEqual([['credentials-differed', { what: 'void-there', count: 1 }]]);
    expect(world.events).toContainEqual({ event: 'credential-voided', by: 'authority' });
  });

  it('tells the authority to void what is live there and nobody’s here, once it can be in flight no more', async () => {
    const orphan = newId('crd', world.ports.random);
    setThere(orphan, 'live');
    pass(limits.issueGrace - 1);
    await rounds();
    expect(liveThere()).toEqual([orphan]);
    pass(limits.reconcileEvery);
    await rounds();
    expect(liveThere()).toEqual([]);
    expect(differed).toEqual([['live-there', 1]]);
    expect(world.events.filter(({ event }) => event === 'credential-voided')).toHaveLength(1);
  });

  it('tells it too of what is void here and was never told', async () => {
    const { handle, phone } = await agreed();
    await world.ports.db.write([
      { sql: `update credentials set status = 'void' where holder_id = :id`, params: { id: phone.holderId } },
    ]);
    pass(limits.issueGrace);
    await rounds();
    expect(liveThere()).not.toContain(handle);
  });

  it('takes nothing back while an overdue verdict is still to be read: it may be what was issued', async () => {
    await playChecks(world).deciding();
    const issued = newId('crd', world.ports.random);
    setThere(issued, 'live');
    pass(limits.reconcileEvery);
    await rounds();
    expect(liveThere()).toContain(issued);
  });

  it('voids here what the authority has never heard of', async () => {
    const { status, handle } = await agreed();
    there = there.filter((each) => each.handle !== handle);
    await rounds();
    expect(await status()).toBe('void');
  });

  it('goes through all of both sides in pages, each round a page of each, and begins anew after its time', async () => {
    const all = [];
    for (let n = 0; n < 2 * pageSize + 1; n++) all.push(await agreed());
    const list = vi.mocked(world.ports.authority.listCredentials);
    await reconcile(world.ports);
    expect(list.mock.calls).toEqual([[undefined], [undefined]]);
    await rounds();
    expect(list.mock.calls).toHaveLength(6);
    pass(limits.followEvery);
    await reconcile(world.ports);
    expect(list.mock.calls).toHaveLength(7);
    pass(limits.reconcileEvery);
    await reconcile(world.ports);
    expect(list.mock.calls.slice(7)).toEqual([[String(all.length)], [undefined]]);
  });

  it('stays where it was when the authority cannot be reached, and goes on from there', async () => {
    const { handle, status } = await agreed();
    await rounds();
    setThere(handle, 'void');
    pass(limits.followEvery);
    const { listCredentials } = world.ports.authority;
    world.ports.authority.listCredentials = () => Promise.reject(new Error('down'));
    await reconcile(world.ports);
    expect(warned).toEqual([['not-compared', { walk: 'changes', why: 'fault' }]]);
    world.ports.authority.listCredentials = listCredentials;
    pass(limits.followEvery);
    await reconcile(world.ports);
    expect(await status()).toBe('void');
  });
});
