import { expect, it } from 'vitest';
import type { RaiseDecision } from '../../../shared/raise/decision.ts';
import { applicant, cardOf, endOf, levelOn, officerAt, scanAndAgree } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const handOn: RaiseDecision = {
  outcome: 'review',
  cardGenuine: true,
  faceUnnatural: false,
  doubt: 'another-doubt',
  exception: 'no-face',
};

it('no officer hands an exception on alone: whoever confirms it elsewhere relies on two who stood there', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const session = await officer.open();
  await officer.except(session.sessionId);
  await scanAndAgree(officer, who, session);
  await officer.bringCard(session.sessionId, cardOf(who));
  expect(await officer.decide(session.sessionId, handOn)).toMatchObject({ secondNeeded: true });
  const far = await officerAt(world, 'south');
  expect(await far.reviews()).toEqual([]);
  await expect(far.begin(session.sessionId, handOn)).rejects.toThrow();

  const second = await officerAt(world);
  await second.decide(session.sessionId, handOn);
  await endOf(who, session.sessionId);
  expect(await levelOn(who)).toBe('basic');
  const [waiting] = await far.reviews();
  await far.review(waiting?.caseId ?? '', { outcome: 'confirm' });
});
