import { expect, it } from 'vitest';
import { applicant, cardOf, endOf, levelOn, officerAt, scanAndAgree } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const decision = { outcome: 'pass', cardGenuine: true, faceUnnatural: false, exception: 'no-face' } as const;

it('nobody bears out an exception of their own, also not from another browser', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const { sessionId, ...session } = await officer.open();
  await officer.except(sessionId);
  await scanAndAgree(officer, who, { sessionId, ...session });
  await officer.bringCard(sessionId, cardOf(who));
  await officer.decide(sessionId, decision);
  await expect(officer.begin(sessionId, decision)).rejects.toThrow('second-officer-same');
  expect(await levelOn(who)).toBe('basic');

  const second = await officerAt(world);
  await second.decide(sessionId, decision);
  expect(await endOf(who, sessionId)).toBe('passed');
});

it('no exception is made after the holder has agreed to the face', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const session = await officer.open();
  await scanAndAgree(officer, who, session);
  await expect(officer.except(session.sessionId)).rejects.toThrow('step-out-of-order');
});
