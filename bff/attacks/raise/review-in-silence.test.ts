import { expect, it } from 'vitest';
import { loginByDevice } from '../../../miniprogram/src/login/01-login-by-device.ts';
import { readNotices } from '../../../miniprogram/src/protect/watch-place.ts';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import * as limits from '../../../shared/limits.ts';
import { type Applicant, applicant, levelOn, officerAt, raiseThrough } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const [officer, colleague] = [await officerAt(world), await officerAt(world)];
const review = { ...yes, outcome: 'review', doubt: 'another-doubt' } as const;

async function toldOn({ phone }: Applicant) {
  await loginByDevice(phone.holder);
  return (await readNotices(phone.holder, 0)).map(({ kind }) => kind);
}

/** Until the BFF has looked again at what has changed. */
async function untilTold(who: Applicant, kinds: string[], after: number = limits.followEvery) {
  world.clock.at += after;
  await expect.poll(() => toldOn(who), { timeout: 10_000 }).toEqual(kinds);
}

async function decide(outcome: 'confirm' | 'contest') {
  const [found] = await colleague.reviews();
  const doubt = outcome === 'contest' ? { doubt: 'face-differs' as const } : {};
  await colleague.review(found?.caseId ?? '', { outcome, ...doubt });
}

it('who was told to wait hears of what comes: of a confirmation by colour, of a contest in words', async () => {
  const [lucky, other] = [await applicant(world), await applicant(world)];
  expect(await raiseThrough(officer, lucky, { decision: review })).toBe('in-review');
  await decide('confirm');
  await untilTold(lucky, ['raised']);
  expect(await levelOn(lucky)).toBe('strict');
  expect(await raiseThrough(officer, other, { decision: review })).toBe('in-review');
  world.clock.at += 1;
  await decide('contest');
  await untilTold(other, ['review-over']);
  expect(await levelOn(other)).toBe('basic');
});

it('that nobody decided within a month is told too', async () => {
  const who = await applicant(world);
  expect(await raiseThrough(officer, who, { decision: review })).toBe('in-review');
  await untilTold(who, [], limits.reviewLifetime - limits.reconcileEvery);
  await untilTold(who, ['review-over'], limits.reconcileEvery);
});

it('who was raised by an officer that lost the right to hears that it is basic, and when it is strict again', async () => {
  const revoked = await officerAt(world);
  const next = await officerAt(world);
  const who = await applicant(world);
  expect(await raiseThrough(revoked, who)).toBe('passed');
  await world.authority.administer('raised/review', { officerId: revoked.officerId });
  await untilTold(who, ['raised', 'level-lowered']);
  expect(await levelOn(who)).toBe('basic');
  const [found] = await next.reviews();
  await next.review(found?.caseId ?? '', { outcome: 'confirm' });
  await untilTold(who, ['raised', 'level-lowered', 'raised']);
  expect(await levelOn(who)).toBe('strict');
});
