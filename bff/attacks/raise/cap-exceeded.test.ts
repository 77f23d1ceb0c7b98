import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import * as limits from '../../../shared/limits.ts';
import { applicant, carded, officerAt, raiseThrough } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an officer who has raised as many as one can in a day raises no more, and one more the next day', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  world.authority.raisedToday(officer, limits.raisesPerOfficerDay);
  const sessionId = await carded(officer, who);
  await expect(officer.begin(sessionId, yes)).rejects.toThrow('officer-cap-reached');
  world.clock.pass(24 * 3_600_000);
  await officer.beginShift();
  expect(await raiseThrough(officer, who)).toBe('passed');
});
