import { expect, it } from 'vitest';
import { strengthen } from '../../../miniprogram/src/protect/strengthen.ts';
import * as limits from '../../../shared/limits.ts';
import { checkThrough, claimed, ended } from '../world/check.fixture.ts';
import type { Phone } from '../world/phone.fixture.ts';
import { cardOf, credentialed } from '../world/protect.fixture.ts';
import { lookAndSpeak } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

/** A check at a government window; what the phone and the counter are shown at its end. */
async function atTheOffice(phone: Phone) {
  const session = await world.office.open('gov-window', 'handle-affairs');
  const check = await claimed(world, phone, world.office, session);
  const { word } = await lookAndSpeak(check);
  await world.office.typeWord(check.sessionId, word);
  const { state, hints } = await ended(check);
  const {
    sessionId: _,
    openedAt: __,
    decidedAt: ___,
    result: ____,
    ...shown
  } = await world.office.view(check.sessionId);
  return { state, hints, shown };
}

it('a card that is reported lost fails strict scenes, for a reason that its holder alone is told, and ends by itself', async () => {
  const phone = await credentialed(world, 1, 'strict');
  const other = await credentialed(world, 2, 'strict');
  await strengthen(phone.holder, 'report-card');
  const lost = await atTheOffice(phone);
  await world.authority.script({ name: 'stub-decision', outcome: 'fail', times: 1 });
  const failed = await atTheOffice(other);
  expect(lost).toMatchObject({ state: 'failed', hints: ['card-reported-lost'] });
  // State, version, word and level are those of any other failure.
  expect(lost.shown).toEqual(failed.shown);
  expect((await checkThrough(world, phone)).view.state).toBe('passed');

  world.clock.at += limits.cardReportLasts;
  expect(await cardOf(phone)).toMatchObject({ state: 'active' });
  expect((await atTheOffice(phone)).state).toBe('passed');
});
