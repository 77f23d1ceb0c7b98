import { beforeEach, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { HolderCaller } from '../ports/callers.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { type Issued, readCredential, storeCredential } from './credential.ts';
import { makeMove } from './make-move.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
let phone: HolderCaller;
/** When the report of the lost card ends. */
let ends: number;
beforeEach(async () => {
  world = await testPorts();
  phone = await world.phone();
  const credential = await readCredential(world.ports, phone.holderId);
  if (credential === undefined) throw new Error('no credential');
  await makeMove(world.ports, phone.holderId, { credential, move: 'report-card' });
  ends = world.clock.now + limits.cardReportLasts;
  return () => world.ports.db.close();
});

/** How the credential stands that takes the place of the reported one. */
async function followedBy(issued: Omit<Issued, 'handle' | 'level'>) {
  const handle = newId('crd', world.ports.random);
  await world.ports.db.write([
    storeCredential(phone.holderId, { handle, level: 'basic', ...issued }, world.clock.now),
  ]);
  const [row] = await world.ports.db.read('select due_at from credentials where handle = :handle', {
    handle,
  });
  const { state, cardReportEnds, strictFrom } = (await readCredential(world.ports, phone.holderId)) ?? {};
  return { state, cardReportEnds, strictFrom, due: row?.due_at };
}

it('what is brought along is reported lost as long as the one before, though the authority has not heard of it', async () => {
  const strictFrom = world.clock.now + limits.strictWait;
  expect(await followedBy({ broughtAlong: true, strictFrom })).toEqual({
    ...{ state: 'card-reported-lost', cardReportEnds: ends, strictFrom, due: strictFrom },
  });
  expect(await followedBy({ broughtAlong: true })).toMatchObject({ cardReportEnds: ends, due: ends });
});

it('what is brought along after the end of the report is not reported, nor what is issued anew without one', async () => {
  expect(await followedBy({})).toMatchObject({ state: 'active', due: null });
  expect(await followedBy({ cardReportEnds: ends })).toMatchObject({
    state: 'card-reported-lost',
    due: ends,
  });
  world.clock.now = ends;
  expect(await followedBy({ broughtAlong: true })).toMatchObject({ state: 'active', due: null });
});
