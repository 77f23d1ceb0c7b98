import { expect, it } from 'vitest';
import type { RaiseDecision } from '../../../shared/raise/decision.ts';
import { raise } from '../world/protect.fixture.ts';
import { applicant, officerAt, raiseThrough } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const { administer } = world.authority;
const handOn: RaiseDecision = {
  outcome: 'review',
  cardGenuine: true,
  faceUnnatural: false,
  doubt: 'another-doubt',
};

it('nobody confirms what they raised themselves, also not as a new officer', async () => {
  const person = await applicant(world);
  await raise(world, person.phone);
  const [officer, who] = [await officerAt(world, 'north', person.identity), await applicant(world)];
  await raiseThrough(officer, who);
  await administer(`officers/${officer.officerId}/revoke`);
  expect(await administer('raised/review', { officerId: officer.officerId })).toEqual({ underReview: 1 });
  const colleague = await officerAt(world, 'south');
  const [waiting] = await colleague.reviews();

  const again = await officerAt(world, 'south', person.identity);
  expect(again.officerId).not.toBe(officer.officerId);
  expect(await again.reviews()).toEqual([]);
  const caseId = waiting?.caseId ?? '';
  await expect(again.review(caseId, { outcome: 'confirm' })).rejects.toThrow('second-officer-same');
});

it('nor confirms once more what they confirmed, when that confirmation itself is to be looked at', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  await raiseThrough(officer, who, { decision: handOn });
  const [one, other] = [await officerAt(world, 'south'), await officerAt(world, 'south')];
  const mine = async (of: typeof one) => (await of.reviews()).find(({ cause }) => cause === 'asked');
  const waiting = await mine(one);
  await one.review(waiting?.caseId ?? '', { outcome: 'confirm' });
  await administer('raised/review', { officerId: one.officerId });
  await expect(one.review(waiting?.caseId ?? '', { outcome: 'confirm' })).rejects.toThrow(
    'second-officer-same',
  );

  await other.review(waiting?.caseId ?? '', { outcome: 'confirm' });
  await administer('raised/review', { officerId: other.officerId });
  for (const of of [one, other, officer])
    await expect(of.review(waiting?.caseId ?? '', { outcome: 'confirm' })).rejects.toThrow(
      'second-officer-same',
    );
});
