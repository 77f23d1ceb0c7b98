import { beforeEach, describe, expect, it } from 'vitest';
import { validityEnd } from '../../../shared/card-validity.ts';
import * as limits from '../../../shared/limits.ts';
import { packCard } from '../../../shared/sample/pack-card.ts';
import { packIdentity } from '../../../shared/sample/pack-identity.ts';
import { packPin } from '../../../shared/sample/pack-pin.ts';
import { checkPin } from '../assist/check-pin.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  attempt,
  citizen,
  readVerdict,
  sendAll,
} from '../authority.fixture.ts';
import { template } from '../engines/passing-engines.fixture.ts';
import { forgetOld } from '../store/forget-old.ts';
import {
  issueCard,
  levelOf,
  type OnShift,
  raise,
  raiseBody,
  startOfficer,
  startWithPoints,
  type WithPoints,
  yes,
} from './raise.fixture.ts';

const handOn = { ...yes, outcome: 'review', doubt: 'another-doubt' } as const;
const typedEnd = validityEnd('2027-01-01');
let points: WithPoints;
let authority: Authority;
let officer: OnShift;
let colleague: OnShift;
let handle: string;

beforeEach(async () => {
  points = startWithPoints();
  ({ authority } = points);
  await points.addPoint('north');
  officer = await startOfficer(points, 'north');
  colleague = await startOfficer(points, 'north');
  const identity = packIdentity({ ...citizen, validUntil: '2027-01-01' });
  ({ credential: handle = '' } = await attempt(authority, applyBody(), { identity }));
  return () => authority.stop();
});

const now = () => authority.ports().store.credentials.find(handle) ?? expect.unreachable();
const pinFits = (pin: string) => checkPin(authority.ports(), now().person, pin);
const underReview = () => points.administer('raised/review', { officerId: officer.officerId });
const waiting = async () => (await colleague.reviews()).cases[0].caseId;
const contest = { outcome: 'contest', doubt: 'card-looks-altered' };

/** A raise with a PIN, by a card for life. */
async function raisedWith(pin: string, by = officer) {
  authority.clock.at += 1000;
  const issued = await askChallenge(authority, raiseBody(handle, by, { pin: true }));
  await sendAll(authority, issued, { card: packCard(issueCard()), pin: packPin(pin) });
  await by.decide(issued.claims.challengeId, yes);
  expect(await readVerdict(authority, issued)).toMatchObject({ outcome: 'pass' });
}

describe('what a raise set beside the level', () => {
  it('goes with a contest: the PIN opens nothing, and the credential ends when it did before', async () => {
    await raisedWith('739204');
    expect(await pinFits('739204')).toBe(true);
    expect(now().endsAt).toBeUndefined();
    await underReview();
    await colleague.review(await waiting(), contest);
    expect(await pinFits('739204')).toBe(false);
    expect(now()).toMatchObject({ level: 'basic', endsAt: typedEnd });
  });

  it('counts no more while that raise is looked at, and comes back with the confirmation, however late', async () => {
    await raisedWith('739204');
    expect(await pinFits('111111')).toBe(false);
    await underReview();
    expect(await pinFits('739204')).toBe(false);
    expect(now()).toMatchObject({ level: 'basic', endsAt: typedEnd });
    authority.clock.at += limits.reviewLifetime + 1;
    forgetOld(authority.ports().store, authority.clock.at);
    const later = await startOfficer(points, 'north');
    await later.review((await later.reviews()).cases[0].caseId, { outcome: 'confirm' });
    expect(await pinFits('739204')).toBe(true);
    expect(now()).toMatchObject({ level: 'strict', endsAt: undefined });
  });

  it('is left alone where something has taken its place', async () => {
    await raisedWith('739204');
    await raisedWith('580316', colleague);
    await underReview();
    expect(await pinFits('580316')).toBe(true);
    expect(now()).toMatchObject({ level: 'strict', endsAt: undefined });
  });

  it('and the voice is as one that was taken back', async () => {
    const { store, engines } = authority.ports();
    store.held.withdrawVoice(now().person);
    engines.voice.enrol = async () => ({ ok: true, template: template(77) });
    await raise(authority, handle, officer);
    expect(now()).toMatchObject({ hasVoice: true, voice: template(77) });
    await underReview();
    expect(now()).toMatchObject({ hasVoice: false, voiceWithdrawn: true, voice: undefined });
    await colleague.review(await waiting(), { outcome: 'confirm' });
    expect(now()).toMatchObject({ level: 'strict', hasVoice: true, voice: template(77) });
  });
});

describe('of several raises of a person', () => {
  it('an older one is confirmed to nothing once somebody has said no to a later one', async () => {
    await raise(authority, handle, officer, { decision: handOn });
    authority.clock.at += 1000;
    await raise(authority, handle, officer, { decision: handOn });
    const [older, newer] = (await colleague.reviews()).cases;
    await colleague.review(newer.caseId, contest);
    expect((await colleague.reviews()).cases).toEqual([]);
    await expect(colleague.review(older.caseId, { outcome: 'confirm' })).rejects.toThrow('review-over');
    expect(levelOf(authority, handle)).toBe('basic');
  });

  it('a contest of an older one takes nothing from a later one on the same credential', async () => {
    await raise(authority, handle, officer, { decision: handOn });
    await raisedWith('739204', colleague);
    const third = await startOfficer(points, 'north');
    const waits = (await third.reviews()).cases.find(({ cause }: { cause: string }) => cause === 'asked');
    await third.review(waits.caseId, contest);
    expect(levelOf(authority, handle)).toBe('strict');
    expect(await pinFits('739204')).toBe(true);
  });

  it('and its confirmation does not bring its own PIN in the place of the later one', async () => {
    authority.clock.at += 1000;
    const issued = await askChallenge(authority, raiseBody(handle, officer, { pin: true }));
    await sendAll(authority, issued, { card: packCard(issueCard()), pin: packPin('580316') });
    await officer.decide(issued.claims.challengeId, handOn);
    await readVerdict(authority, issued);
    await raisedWith('739204', colleague);
    const third = await startOfficer(points, 'north');
    const waits = (await third.reviews()).cases.find(({ cause }: { cause: string }) => cause === 'asked');
    await third.review(waits.caseId, { outcome: 'confirm' });
    expect([await pinFits('739204'), await pinFits('580316')]).toEqual([true, false]);
  });
});

it('of what a revoked officer handed on whoever reviews it is told', async () => {
  await raise(authority, handle, officer, { decision: handOn });
  expect((await colleague.reviews()).cases).toMatchObject([{ cause: 'asked' }]);
  await points.administer(`officers/${officer.officerId}/revoke`);
  expect(await underReview()).toEqual({ underReview: 0 });
  expect((await colleague.reviews()).cases).toMatchObject([{ cause: 'revoked' }]);
  authority.clock.at += limits.reviewLifetime + 1;
  const later = await startOfficer(points, 'north');
  expect((await later.reviews()).cases).toEqual([]);
});
