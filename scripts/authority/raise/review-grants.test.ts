import { beforeEach, describe, expect, it } from 'vitest';
import { validityEnd } from '../../../shared/card-validity.ts';
import * as limits from '../../../shared/limits.ts';
import { packCard } from '../../../shared/sample/pack-card.ts';
import { packPin } from '../../../shared/sample/pack-pin.ts';
import { checkPin } from '../assist/check-pin.ts';
import { type Authority, askChallenge, enrol, readVerdict, sendAll } from '../authority.fixture.ts';
import { template } from '../engines/passing-engines.fixture.ts';
import { forgetOld } from '../store/forget-old.ts';
import {
  issueCard,
  type OnShift,
  raiseBody,
  startOfficer,
  startWithPoints,
  type WithPoints,
  yes,
} from './raise.fixture.ts';

const pin = '739204';
const endsAt = validityEnd('2031-05-06');
const handOn = { ...yes, outcome: 'review', doubt: 'another-doubt' } as const;
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
  handle = await enrol(authority);
  return () => authority.stop();
});

const now = () => authority.ports().store.credentials.find(handle) ?? expect.unreachable();
const pinFits = () => checkPin(authority.ports(), now().person, pin);

/** A raise that goes to a review, in which the holder sets a PIN, gives a voice again, and shows a card that ends earlier. */
async function handedOn(): Promise<string> {
  const { store, engines } = authority.ports();
  store.held.withdrawVoice(now().person);
  engines.voice.enrol = async () => ({ ok: true, template: template(77) });
  const issued = await askChallenge(authority, raiseBody(handle, officer, { pin: true }));
  const card = packCard(issueCard({ validUntil: '2031-05-06' }));
  await sendAll(authority, issued, { card, pin: packPin(pin) });
  await officer.decide(issued.claims.challengeId, handOn);
  expect(await readVerdict(authority, issued)).toMatchObject({ outcome: 'review' });
  const [waiting] = (await colleague.reviews()).cases;
  return waiting.caseId;
}

describe('what a holder gave in a raise that goes to a review', () => {
  it('comes true with the confirmation: PIN, voice and the end of the card', async () => {
    const caseId = await handedOn();
    expect(await pinFits()).toBe(false);
    expect(now()).toMatchObject({ level: 'basic', hasVoice: false, voiceWithdrawn: true });
    await colleague.review(caseId, { outcome: 'confirm' });
    expect(await pinFits()).toBe(true);
    expect(now()).toMatchObject({
      ...{ level: 'strict', endsAt, hasVoice: true, voiceWithdrawn: false, voice: template(77) },
    });
  });

  it('ends with the card that was read at once, where that is earlier, and the BFF is told', async () => {
    await handedOn();
    expect(now().endsAt).toBe(endsAt);
    const { credentials } = (await authority.call({ method: 'GET', url: '/v1/credentials' })).json();
    expect(credentials.find((each: { handle: string }) => each.handle === handle)).toMatchObject({ endsAt });
  });

  it('is gone with a contest', async () => {
    const caseId = await handedOn();
    await colleague.review(caseId, { outcome: 'contest', doubt: 'face-differs' });
    authority.ports().store.cases.reopen(caseId, 'drawn');
    await (await startOfficer(points, 'north')).review(caseId, { outcome: 'confirm' });
    expect(await pinFits()).toBe(false);
    expect(now().hasVoice).toBe(false);
  });

  it('does not bring a voice back that was taken back meanwhile, and tells an export of it until then', async () => {
    const caseId = await handedOn();
    const { held } = authority.ports().store;
    expect(held.countsOf(now().person)).toMatchObject({ heard: 1, pins: 1 });
    held.withdrawVoice(now().person);
    expect(held.countsOf(now().person)).toMatchObject({ heard: 0, pins: 1 });
    await colleague.review(caseId, { outcome: 'confirm' });
    expect(now()).toMatchObject({ level: 'strict', hasVoice: false, voice: undefined });
    expect(await pinFits()).toBe(true);
  });

  it('is forgotten when nobody decided in time, and with an erasure', async () => {
    const caseId = await handedOn();
    const { grants } = authority.ports().store;
    authority.clock.at += limits.reviewLifetime - 1;
    forgetOld(authority.ports().store, authority.clock.at);
    const kept = grants.take(caseId) ?? expect.unreachable();
    grants.put(caseId, kept);
    authority.clock.at += 2;
    forgetOld(authority.ports().store, authority.clock.at);
    expect(grants.take(caseId)).toBeUndefined();
    grants.put(caseId, kept);
    authority.ports().store.held.erase(handle, authority.clock.at);
    expect(grants.take(caseId)).toBeUndefined();
  });
});
