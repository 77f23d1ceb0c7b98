import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import * as limits from '../../../shared/limits.ts';
import { applicant, carded, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const apart = limits.officerIdle - limits.shiftStanding;

it('a shift that its officer walked away from opens and decides nothing, whatever page is open at it', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const sessionId = await carded(officer, who);
  world.clock.pass(limits.officerIdle);
  await expect(officer.view(sessionId)).rejects.toThrow('shift-over');
  await expect(officer.begin(sessionId, yes)).rejects.toThrow('shift-over');
  await expect(officer.open()).rejects.toThrow('shift-over');
});

it('what a page asks by itself is no use, and what somebody does is', async () => {
  const [left, working] = [await officerAt(world), await officerAt(world)];
  const [watched, open] = [await left.open(), await working.open()];
  for (let n = 0; n < 2; n++) {
    world.clock.pass(apart / 2);
    await left.view(watched.sessionId);
    await working.end(open.sessionId).catch(() => undefined);
  }
  world.clock.pass(2 * limits.shiftStanding);
  await expect(left.view(watched.sessionId)).rejects.toThrow('shift-over');
  await working.open();
});

it('nor does the authority take the word of a BFF that calls it open', async () => {
  const officer = await officerAt(world);
  world.clock.pass(limits.officerIdle);
  const path = `/v1/officers/shifts/${officer.shiftId()}/use`;
  expect(await world.authority.post(path, {})).toMatchObject({ code: 'shift-over' });
});
