import { beforeEach, expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import * as limits from '../../../shared/limits.ts';
import {
  applicant,
  carded,
  cardOf,
  endOf,
  levelOn,
  officerAt,
  samplesOf,
  scanAndAgree,
} from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const [officer, second] = [await officerAt(world), await officerAt(world)];
beforeEach(async () => {
  await officer.beginShift();
  await second.beginShift();
});
const excepted = { ...yes, exception: 'no-face' } as const;
const renamed = { ...yes, exception: 'name-differs' } as const;

it('a second officer who goes as soon as both have signed has confirmed all the same', async () => {
  const who = await applicant(world);
  const session = await officer.open();
  await officer.except(session.sessionId);
  await scanAndAgree(officer, who, session);
  await officer.bringCard(session.sessionId, cardOf(who));
  const release = world.authority.holdNextDecision();
  await officer.decide(session.sessionId, excepted);
  await second.decide(session.sessionId, excepted);
  await second.endShift();
  world.clock.pass(limits.shiftStanding);
  release();
  expect(await endOf(who, session.sessionId)).toBe('passed');
  expect(await levelOn(who)).toBe('strict');
});

it('nor does it undo a word that the first one has begun a shift elsewhere since', async () => {
  const who = await applicant(world);
  const sessionId = await carded(officer, who);
  const release = world.authority.holdNextDecision();
  await officer.decide(sessionId, yes);
  await officer.beginShift();
  release();
  expect(await endOf(who, sessionId)).toBe('passed');
});

it('who has gone before the second one signs has no part in it, and no word is taken from a shift that is over', async () => {
  const who = await applicant(world);
  const { sessionId } = await samplesOf(officer, who, await officer.open());
  await officer.bringCard(sessionId, cardOf(who, { name: '张四丰' }));
  await officer.decide(sessionId, renamed);
  await second.endShift();
  world.clock.pass(limits.shiftStanding);
  await expect(second.begin(sessionId, renamed)).rejects.toThrow('shift-over');
  expect(await levelOn(who)).toBe('basic');
});

it('a second officer who is revoked in flight has confirmed nothing', async () => {
  const who = await applicant(world);
  const { sessionId } = await samplesOf(officer, who, await officer.open());
  await officer.bringCard(sessionId, cardOf(who, { name: '张四丰' }));
  const release = world.authority.holdNextDecision();
  await officer.decide(sessionId, renamed);
  await second.decide(sessionId, renamed);
  await second.endShift();
  await world.authority.administer(`officers/${second.officerId}/revoke`);
  release();
  expect(await endOf(who, sessionId)).toBe('failed');
  expect(await levelOn(who)).toBe('basic');
});
