import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { addWard, atDesk, endOf, grownKin, guardianOf, kinOf } from '../world/family.fixture.ts';
import { applicant, lookedAt, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an officer registers no family member as their own ward', async () => {
  const who = await applicant(world);
  const self = await officerAt(world, 'north', who.identity);
  await expect(atDesk(self, who, kinOf(addWard(world)))).rejects.toMatchObject({ code: 'officer-may-not' });
});

it('nor lets themselves be registered as the ward of somebody', async () => {
  const [ward, who] = [addWard(world, 70), await applicant(world)];
  const officer = await officerAt(world, 'north', ward);
  const sessionId = await atDesk(officer, who, grownKin(ward), true);
  await officer.decide(sessionId, yes);
  expect(await endOf(who, sessionId)).toMatchObject({ state: 'failed', hints: ['officer-refused'] });
});

it('and raises nobody for whom the officer answers, or who answers for the officer', async () => {
  const ward = addWard(world, 40);
  const guardian = await applicant(world);
  const other = await officerAt(world);
  const sessionId = await atDesk(other, guardian, grownKin(ward, { relation: 'spouse' }), true);
  await other.decide(sessionId, yes);
  expect((await endOf(guardian, sessionId)).state).toBe('passed');
  const officer = await officerAt(world, 'north', ward);
  await expect(lookedAt(officer, guardian)).rejects.toMatchObject({ code: 'officer-may-not' });
});

it('an honest officer does, of strangers', async () => {
  await expect(guardianOf(world)).resolves.toBeDefined();
});
