import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import * as limits from '../../../shared/limits.ts';
import { applicant, carded, endOf, levelOn, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('of two raises that are under way the last of the day takes one, whatever each was told before', async () => {
  const officer = await officerAt(world);
  world.authority.raisedToday(officer, limits.raisesPerOfficerDay - 1);
  const [slow, quick] = [await applicant(world), await applicant(world)];
  const [first, second] = [await carded(officer, slow), await carded(officer, quick)];
  const release = world.authority.holdNextDecision();
  await officer.decide(first, yes);
  await officer.decide(second, yes);
  expect(await endOf(quick, second)).toBe('passed');
  release();
  expect(await endOf(slow, first)).toBe('failed');
  expect([await levelOn(slow), await levelOn(quick)]).toEqual(['basic', 'strict']);
});

it('another browser is no other officer: its shift ends the one before, and what was raised in that counts', async () => {
  const officer = await officerAt(world);
  world.authority.raisedToday(officer, limits.raisesPerOfficerDay);
  const before = officer.shiftId();
  await officer.beginShift();
  expect(officer.shiftId()).not.toBe(before);
  const path = `/v1/officers/shifts/${before}/use`;
  expect(await world.authority.post(path, {})).toMatchObject({ code: 'shift-over' });
  const sessionId = await carded(officer, await applicant(world));
  await expect(officer.begin(sessionId, yes)).rejects.toThrow('officer-cap-reached');
});
