import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { claimed } from '../world/check.fixture.ts';
import {
  applicant,
  carded,
  cardOf,
  endOf,
  levelOn,
  officerAt,
  raiseThrough,
} from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an honest raise is strict on the phone at once, and opens the window of an office', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  await expect(world.office.open('gov-window', 'handle-affairs')).resolves.toBeDefined();
  expect(await levelOn(who)).toBe('basic');
  expect(await raiseThrough(officer, who)).toBe('passed');
  expect(await levelOn(who)).toBe('strict');
  const session = await world.office.open('gov-window', 'handle-affairs');
  const answer = await who.phone.claim({ code: world.office.code(session) });
  expect(answer.status).toBe(200);
});

it('nobody but officers of the point hears of it: no list, no result, no reading by a counter', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const sessionId = await carded(officer, who);
  await officer.decide(sessionId, yes);
  expect(await endOf(who, sessionId)).toBe('passed');
  const answer = await world.hotel.ask('GET', `/counter/v1/sessions/${sessionId}`);
  expect(answer.code).toBe('not-found');
  const [row] = await world.ports.db.read('select result from sessions where id = :id', { id: sessionId });
  expect(row?.result).toBeNull();
});

it('an officer reads nothing of what a counter asks for at the same relying party', async () => {
  const officer = await officerAt(world);
  const { sessionId } = await claimed(world);
  await expect(officer.view(sessionId)).rejects.toThrow('not-found');
});

it('a card in doubt is refused and the holder is told; a review tells to come again', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const card = { ...cardOf(who), validFrom: '2019-01-01' };
  expect(await raiseThrough(officer, who, { card })).toBe('failed');
  const decision = { ...yes, outcome: 'review' as const, doubt: 'another-doubt' as const };
  expect(await raiseThrough(officer, who, { decision })).toBe('in-review');
  expect(await levelOn(who)).toBe('basic');
});
