import { expect, it } from 'vitest';
import { strengthen } from '../../../miniprogram/src/protect/strengthen.ts';
import { readNotices } from '../../../miniprogram/src/protect/watch-place.ts';
import { playMove } from '../../../scripts/stand-ins/phone/play-journey.ts';
import * as limits from '../../../shared/limits.ts';
import { attendantAt, guest, pin } from '../world/assist.fixture.ts';
import { claimed, ended } from '../world/check.fixture.ts';
import { citizen } from '../world/parties.fixture.ts';
import { applyAs, type Phone } from '../world/phone.fixture.ts';
import { cardOf, credentialed, handleOf, protectAs } from '../world/protect.fixture.ts';
import { lookAndSpeak } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

/** How a check in a strict scene ends for the phone. */
async function atTheOffice(phone: Phone) {
  const session = await world.office.open('gov-window', 'handle-affairs');
  const check = await claimed(world, phone, world.office, session);
  const { word } = await lookAndSpeak(check);
  await world.office.typeWord(check.sessionId, word);
  return await ended(check);
}

const told = async (phone: Phone) => (await readNotices(phone.holder, 0, 0)).map(({ kind }) => kind);

it('who has the card and the login shakes no report off by signing in: it follows the owner’s own move, and the card opens nothing', async () => {
  const attendant = await attendantAt(world);
  const owner = await guest(world);
  await strengthen(owner.phone.holder, 'report-card');
  const reported = await cardOf(owner.phone);
  await world.phone(owner.phone.account);
  const back = await world.phone(owner.phone.account);
  expect(await cardOf(back)).toMatchObject({ state: 'unusable', cardReportEnds: reported.cardReportEnds });
  const moved = await playMove(back.holder, { identity: owner.identity });
  expect(moved.state).toBe('passed');
  const carried = { state: 'card-reported-lost', cardReportEnds: reported.cardReportEnds };
  expect(await cardOf(back)).toMatchObject(carried);
  expect(world.authority.credential(await handleOf(back))).toMatchObject(carried);

  const { sessionId } = await world.hotel.open();
  expect((await attendant.assist(sessionId, owner.card, { pin })).state).toBe('failed');
  // The level comes a day later, and the report goes on: no strict scene takes it.
  world.clock.at += limits.strictWait;
  expect(await cardOf(back)).toMatchObject({ ...carried, level: 'strict' });
  expect(await atTheOffice(back)).toMatchObject({ state: 'failed', hints: ['card-reported-lost'] });
  // The control: it ends by its own clock, as if nobody had signed in anywhere.
  world.clock.at = reported.cardReportEnds ?? 0;
  expect(await cardOf(back)).toMatchObject({ state: 'active' });
  expect((await atTheOffice(back)).state).toBe('passed');
});

it('from a new phone alone, wallet and phone being gone, the card is reported too, and the move brings that along', async () => {
  const owner = await credentialed(world, 41);
  const next = await world.phone(owner.account);
  const before = await cardOf(next);
  const answered = await strengthen(next.holder, 'report-card');
  const { state, since, movable } = before;
  const ends = world.clock.at + limits.cardReportLasts;
  expect(answered).toMatchObject({ state, since, movable, cardReportEnds: ends });
  expect(await strengthen(next.holder, 'report-card')).toEqual(answered);
  expect(await told(next)).toEqual(['phone-replaced', 'card-reported-lost']);
  expect((await playMove(next.holder, { identity: citizen(41) })).state).toBe('passed');
  expect(await cardOf(next)).toMatchObject({ state: 'card-reported-lost', cardReportEnds: ends });
});

it('a lost phone that is reported, and an application by the old card, shake none off either; the new card ends it, with notice', async () => {
  const owner = await credentialed(world, 42, 'basic', '2030-05-05');
  const ends = world.clock.at + limits.cardReportLasts;
  await strengthen(owner.holder, 'report-card');
  await strengthen(owner.holder, 'report-phone');
  const identity = { ...citizen(42), validUntil: '2030-05-05' };
  const elsewhere = await world.phone();
  await applyAs(elsewhere, identity);
  expect(await cardOf(elsewhere)).toMatchObject({ state: 'card-reported-lost', cardReportEnds: ends });
  expect(await told(elsewhere)).toEqual(['card-reported-lost']);
  await applyAs(elsewhere, { ...identity, validUntil: '2046-11-21' });
  expect(await cardOf(elsewhere)).toMatchObject({ state: 'active' });
  expect(await cardOf(elsewhere)).not.toHaveProperty('cardReportEnds');
  expect(await told(elsewhere)).toEqual(['card-reported-lost', 'card-report-ended']);
  expect(world.authority.credential(await handleOf(elsewhere))).toMatchObject({
    ...{ state: 'active', cardReportEnds: undefined },
  });
});

it('a report that its holder has withdrawn comes back with no later application', async () => {
  const owner = await credentialed(world, 43);
  await strengthen(owner.holder, 'report-card');
  await applyAs(owner, citizen(43));
  expect(await cardOf(owner)).toMatchObject({ state: 'card-reported-lost' });
  expect((await protectAs(owner, 'withdraw-card-report')).state).toBe('passed');
  await applyAs(owner, citizen(43));
  expect(await cardOf(owner)).toMatchObject({ state: 'active' });
});
