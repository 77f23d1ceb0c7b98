import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { forget } from '../../src/jobs/forget.ts';
import { erase, handlesOf, placesOf } from '../world/held.fixture.ts';
import { meet } from '../world/meeting.fixture.ts';
import type { Phone } from '../world/phone.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const open = '/holder/v1/meetings';
const blocked = { status: 429, code: 'meetings-blocked' };
const decline = ({ joiner, joinerSession }: { joiner: Phone; joinerSession: string }) =>
  joiner.ask('POST', `/holder/v1/sessions/${joinerSession}/decline`);

it('whom three people declined asks nobody else that day, though the account was erased and made anew', async () => {
  const opener = await world.citizen('pest');
  for (let times = 0; times < limits.meetingDeclines; times++) await decline(await meet(world, { opener }));
  expect(await opener.ask('POST', open)).toMatchObject(blocked);
  const handles = await handlesOf(world, opener);
  expect((await erase(opener)).status).toBe(200);
  // What goes on counting leads back to nobody.
  expect((await placesOf(world, handles)).filter((place) => place.includes('meeting'))).toEqual([]);
  const anew = await world.citizen('pest');
  expect(await anew.ask('POST', open)).toMatchObject(blocked);
  world.clock.pass(limits.meetingDeclinesWindow);
  await forget(world.ports);
  expect((await (await world.citizen('pest')).ask('POST', open)).status).toBe(201);
});

it('nor does an erasure between the scan and the answer take the answer back', async () => {
  const opener = await world.citizen('hasty');
  for (let times = 1; times < limits.meetingDeclines; times++) await decline(await meet(world, { opener }));
  const last = await meet(world, { opener });
  expect((await erase(opener)).status).toBe(200);
  expect((await decline(last)).status).toBe(200);
  expect(await (await world.citizen('hasty')).ask('POST', open)).toMatchObject(blocked);
});
