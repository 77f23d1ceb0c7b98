import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { applicant, carded, endOf, levelOn, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a point that was revoked raises nothing more, with whatever was signed there before', async () => {
  const [officer, who] = [await officerAt(world, 'south'), await applicant(world)];
  const sessionId = await carded(officer, who);
  const release = world.authority.holdNextDecision();
  await officer.decide(sessionId, yes);
  await world.authority.administer('points/acp_south/revoke');
  release();
  expect(await endOf(who, sessionId)).toBe('failed');
  expect(await levelOn(who)).toBe('basic');
  await expect(officer.beginShift()).rejects.toThrow('shift-over');
});
