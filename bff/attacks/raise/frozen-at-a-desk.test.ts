import { expect, it } from 'vitest';
import { strengthen } from '../../../miniprogram/src/protect/strengthen.ts';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import * as limits from '../../../shared/limits.ts';
import { untilTold } from '../world/held.fixture.ts';
import { handleOf } from '../world/protect.fixture.ts';
import {
  type Applicant,
  applicant,
  carded,
  cardOf,
  endOf,
  levelOn,
  lookedAt,
  officerAt,
  raiseThrough,
} from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const officer = await officerAt(world);

async function frozen(): Promise<Applicant> {
  const who = await applicant(world);
  await strengthen(who.phone.holder, 'freeze');
  await untilTold(world);
  return who;
}
const there = async ({ phone }: Applicant) => world.authority.credential(await handleOf(phone));
const here = async ({ phone }: Applicant) => phone.card();
const toldTo = async ({ phone }: Applicant) => {
  const { body } = await phone.ask('GET', '/holder/v1/notices');
  return JSON.stringify(body);
};

it('whoever comes with card and face to an officer has it unfrozen and raised, and every phone is told', async () => {
  const who = await frozen();
  expect(await raiseThrough(officer, who)).toBe('passed');
  expect(await there(who)).toMatchObject({ state: 'active', level: 'strict' });
  expect(await here(who)).toMatchObject({ state: 'active', level: 'strict' });
  expect(await toldTo(who)).toMatch(/unfrozen.*raised/);
});

it('a thief at a desk with the frozen phone of another, and a card of the own or of the owner, fails', async () => {
  const [owner, thief] = [await frozen(), await applicant(world)];
  expect(await raiseThrough(officer, owner, { card: cardOf(thief) })).toBe('failed');
  const refuses = { ...yes, outcome: 'refuse', doubt: 'face-differs' } as const;
  expect(await raiseThrough(officer, owner, { decision: refuses })).toBe('failed');
  const { sessionId } = await lookedAt(officer, owner);
  await world.authority.script({ name: 'stub-decision', outcome: 'fail', sessionId, times: 1 });
  await officer.bringCard(sessionId, cardOf(owner));
  await officer.decide(sessionId, yes);
  expect(await endOf(owner, sessionId)).toBe('failed');
  expect(await there(owner)).toMatchObject({ state: 'frozen', level: 'basic' });
  expect(await here(owner)).toMatchObject({ state: 'frozen' });
});

it('an officer unfreezes nothing of their own', async () => {
  const own = await frozen();
  const themselves = await officerAt(world, 'north', own.identity);
  await expect(carded(themselves, own)).rejects.toThrow('officer-may-not');
  expect(await there(own)).toMatchObject({ state: 'frozen' });
});

it('who freezes while somebody stands at a desk with the phone has frozen it', async () => {
  const who = await applicant(world);
  const sessionId = await carded(officer, who);
  const release = world.authority.holdNextDecision();
  await officer.decide(sessionId, yes);
  await strengthen(who.phone.holder, 'freeze');
  await untilTold(world);
  release();
  expect(await endOf(who, sessionId)).toBe('failed');
  expect(await there(who)).toMatchObject({ state: 'frozen', level: 'basic' });
  expect(await levelOn(who)).toBe('basic');
});

it('also where the authority has not heard of it and says pass: it hears of it again', async () => {
  const who = await applicant(world);
  const handle = await handleOf(who.phone);
  const sessionId = await carded(officer, who);
  const now = world.clock.at + 1;
  await world.ports.db.write([
    {
      sql: `update credentials set state = 'frozen', since = :now where handle = :handle`,
      params: { handle, now },
    },
  ]);
  await officer.decide(sessionId, yes);
  expect(await endOf(who, sessionId)).toBe('failed');
  await untilTold(world);
  expect(await there(who)).toMatchObject({ state: 'frozen' });
  expect(await here(who)).toMatchObject({ state: 'frozen' });
});

it('a confirmation by review lifts no freeze', async () => {
  const [second, who] = [await officerAt(world), await frozen()];
  const decision = { ...yes, outcome: 'review', doubt: 'another-doubt' } as const;
  expect(await raiseThrough(officer, who, { decision })).toBe('in-review');
  const [waiting] = await second.reviews();
  await second.review(waiting?.caseId ?? '', { outcome: 'confirm' });
  expect(await there(who)).toMatchObject({ state: 'frozen', level: 'strict' });
});

it('and a frozen credential whose card is reported lost is raised by no card', async () => {
  const who = await frozen();
  await strengthen(who.phone.holder, 'report-card');
  await untilTold(world);
  await expect(carded(officer, who)).rejects.toThrow('credential-state-other');
  await expect(claim(who.phone.holder, officer.code(await world.hotel.open()))).rejects.toThrow(
    'credential-frozen',
  );
});

it('who reports the card while somebody stands at a desk with the frozen phone has it frozen still', async () => {
  const who = await frozen();
  const sessionId = await carded(officer, who);
  const release = world.authority.holdNextDecision();
  await officer.decide(sessionId, yes);
  await strengthen(who.phone.holder, 'report-card');
  await untilTold(world);
  release();
  expect(await endOf(who, sessionId)).toBe('failed');
  expect(await there(who)).toMatchObject({ state: 'frozen', level: 'basic' });
  expect(await here(who)).toMatchObject({ state: 'frozen', level: 'basic' });
});

it('also where the authority has not heard of that report: it hears again of the freeze', async () => {
  const who = await frozen();
  const handle = await handleOf(who.phone);
  const sessionId = await carded(officer, who);
  const ends = world.clock.at + limits.cardReportLasts;
  await world.ports.db.write([
    {
      sql: `update credentials set card_report_ends = :ends where handle = :handle`,
      params: { handle, ends },
    },
  ]);
  await officer.decide(sessionId, yes);
  expect(await endOf(who, sessionId)).toBe('failed');
  await untilTold(world);
  expect(await there(who)).toMatchObject({ state: 'frozen' });
  expect(await here(who)).toMatchObject({ state: 'frozen', cardReportEnds: ends });
});
