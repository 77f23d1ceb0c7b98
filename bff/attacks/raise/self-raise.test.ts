import { expect, it } from 'vitest';
import { applicant, cardOf, lookedAt, officerAt, scanAndAgree } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an officer raises no credential of their own', async () => {
  const who = await applicant(world);
  const officer = await officerAt(world, 'north', who.identity);
  await expect(lookedAt(officer, who)).rejects.toMatchObject({ code: 'officer-may-not' });
});

it('nor bears out an exception of their own as the second one', async () => {
  const who = await applicant(world);
  const [officer, self] = [await officerAt(world), await officerAt(world, 'north', who.identity)];
  const session = await officer.open();
  await officer.except(session.sessionId);
  await scanAndAgree(officer, who, session);
  await officer.bringCard(session.sessionId, cardOf(who));
  const decision = {
    outcome: 'pass',
    cardGenuine: true,
    faceUnnatural: false,
    exception: 'no-face',
  } as const;
  expect(await officer.decide(session.sessionId, decision)).toMatchObject({ secondNeeded: true });
  await expect(self.begin(session.sessionId, decision)).rejects.toThrow('officer-may-not');
});
