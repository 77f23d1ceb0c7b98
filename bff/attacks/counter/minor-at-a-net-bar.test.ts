import { expect, it } from 'vitest';
import { makeCitizen } from '../../../scripts/stand-ins/phone/make-citizen.ts';
import { playCheck } from '../../../scripts/stand-ins/phone/play-journey.ts';
import { dateInChina } from '../../../shared/china-calendar.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { applyAs, type Phone } from '../world/phone.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

/** All that the net bar is told of one check, and what the phone is. */
async function atTheBar(phone: Phone) {
  const opened = await world.netBar.open('net-bar', 'log-on');
  const owner = { consent: { face: true, voice: false } } as const;
  const end = await playCheck(phone.holder, world.netBar.code(opened), owner);
  const { result = '', sessionId: _, ...view } = await world.netBar.view(opened.sessionId);
  const { jti: _jti, ...claims } = claimsOf(result);
  return { told: { ...view, ...claims }, phone: { state: end.state, hints: end.hints } };
}

it('a net bar learns of a minor what it learns of anybody whose face is not his, and the minor learns why', async () => {
  const sixteen = Number(dateInChina(world.clock.at).slice(0, 4)) - 16;
  const minor = await world.phone();
  await applyAs(minor, makeCitizen(700, '未成年', `${sixteen}0101`));
  const adult = await world.citizen();
  expect((await atTheBar(adult)).told).toMatchObject({ state: 'passed' });
  const refused = await atTheBar(minor);
  await world.authority.script({ name: 'stub-decision', outcome: 'fail', hints: ['face-not-matched'] });
  const impostor = await atTheBar(adult);
  expect(refused.told).toMatchObject({ state: 'failed', level: 'basic' });
  expect(refused.told).toEqual(impostor.told);
  expect(refused.phone).toEqual({ state: 'failed', hints: ['not-of-age'] });
});
