import { beforeEach, describe, expect, it } from 'vitest';
import { validityEnd } from '../../../shared/card-validity.ts';
import * as limits from '../../../shared/limits.ts';
import type { RaiseDecision } from '../../../shared/raise/decision.ts';
import { type Authority, askChallenge, enrol, readVerdict, verifyBody } from '../authority.fixture.ts';
import { template } from '../engines/passing-engines.fixture.ts';
import {
  bringSamples,
  flaggedSerial,
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

let points: WithPoints;
let authority: Authority;
let officer: OnShift;
let handle: string;

beforeEach(async () => {
  points = startWithPoints();
  ({ authority } = points);
  await points.addPoint('north');
  await points.addPoint('south');
  officer = await startOfficer(points, 'north');
  handle = await enrol(authority);
  return () => authority.stop();
});

const no: RaiseDecision = {
  ...{ outcome: 'refuse', cardGenuine: false, faceUnnatural: false, doubt: 'card-looks-altered' },
};

describe('a raise', () => {
  it('makes the credential strict at once, and opens strict scenes to it', async () => {
    const strict = verifyBody(handle, { level: 'strict' });
    await expect(askChallenge(authority, strict)).rejects.toThrow('level-too-low');
    expect(await raise(authority, handle, officer)).toMatchObject({ outcome: 'pass', level: 'strict' });
    expect(levelOf(authority, handle)).toBe('strict');
    expect((await askChallenge(authority, strict)).claims.level).toBe('strict');
  });

  it('ends with the card that the officer read, whatever was typed before', async () => {
    const endsAt = validityEnd('2031-05-06');
    const verdict = await raise(authority, handle, officer, {
      card: issueCard({ validUntil: '2031-05-06' }),
    });
    expect(verdict).toMatchObject({ outcome: 'pass', endsAt });
    expect(authority.ports().store.credentials.find(handle)).toMatchObject({ level: 'strict', endsAt });
  });

  it('is decided by the officer only once card and face have come', async () => {
    const issued = await askChallenge(authority, raiseBody(handle, officer));
    expect(issued.claims.samples).toEqual(['face', 'voice', 'card', 'officer-decision']);
    await expect(officer.decide(issued.claims.challengeId)).rejects.toThrow('step-out-of-order');
  });

  it.each([
    ['whose signature is not the issuer’s', () => ({ ...issueCard(), name: '张三峰' }), 'card-doubted'],
    ['that has expired', () => issueCard({ validUntil: '2026-11-20' }), 'card-expired'],
    ['that is of another', () => issueCard({ idNumber: '990001198001011234' }), 'card-not-matched'],
    ['with another name', () => issueCard({ name: '张四丰' }), 'card-not-matched'],
  ])('fails with a card %s, and strikes nobody', async (_, card, hint) => {
    for (let i = 0; i < limits.failuresBeforeLock + 1; i++)
      expect(await raise(authority, handle, officer, { card: card() })).toMatchObject({
        ...{ outcome: 'fail', hints: [hint] },
      });
    expect(levelOf(authority, handle)).toBe('basic');
  });

  it('takes a card that was typed, and asks again after a slip', async () => {
    const typed = { ...issueCard(), chip: null };
    const slip = await raise(authority, handle, officer, { card: { ...typed, name: '张四丰' } });
    expect(slip).toMatchObject({ outcome: 'retry', hints: ['card-not-matched'] });
    expect(await raise(authority, handle, officer, { card: typed })).toMatchObject({ outcome: 'pass' });
  });

  it('fails where the officer refuses, and says so', async () => {
    expect(await raise(authority, handle, officer, { decision: no })).toMatchObject({
      ...{ outcome: 'fail', hints: ['officer-refused'], level: 'basic' },
    });
  });

  it.each([
    ['a pass of a card that does not look genuine', { ...yes, cardGenuine: false }],
    ['a pass of an unnatural face', { ...yes, faceUnnatural: true }],
    ['a refusal without a reason', { ...yes, outcome: 'refuse' as const }],
    ['an exception that the session is not', { ...yes, exception: 'no-face' as const }],
  ])('takes no decision that is %s', async (_, decision: RaiseDecision) => {
    const { claims } = await bringSamples(authority, raiseBody(handle, officer));
    await expect(officer.decide(claims.challengeId, decision)).rejects.toThrow('decision-invalid');
  });
});

describe('a voice that was taken back', () => {
  const voiceOf = () => authority.ports().store.credentials.find(handle);
  beforeEach(async () => {
    const { person = '' } = voiceOf() ?? {};
    authority.ports().store.held.withdrawVoice(person);
    authority.ports().engines.voice.enrol = async () => ({ ok: true, template: template(77) });
  });

  it('is given again before an officer, by all ten digits as it was enrolled', async () => {
    const issued = await bringSamples(authority, raiseBody(handle, officer));
    expect(issued.claims.digits).toBe('0123456789'.repeat(3));
    await officer.decide(issued.claims.challengeId);
    expect(await readVerdict(authority, issued)).toMatchObject({ outcome: 'pass', level: 'strict' });
    expect(voiceOf()).toMatchObject({ hasVoice: true, voiceWithdrawn: false, voice: template(77) });
    expect((await askChallenge(authority, verifyBody(handle))).claims.samples).toContain('voice');
  });

  it('opens the way to a strict credential that was frozen: the officer unfreezes it', async () => {
    const { credentials } = authority.ports().store;
    credentials.put({ ...(voiceOf() ?? expect.unreachable()), level: 'strict', state: 'frozen' });
    expect(await raise(authority, handle, officer)).toMatchObject({ outcome: 'pass' });
    expect(voiceOf()).toMatchObject({ state: 'active', level: 'strict', hasVoice: true });
  });

  it.each([
    ['the holder does not consent to it', { consent: { face: true, voice: false } }, yes],
    ['the officer refuses', {}, no],
  ])('stays away where %s', async (_, changes, decision) => {
    const issued = await bringSamples(authority, raiseBody(handle, officer, changes));
    await officer.decide(issued.claims.challengeId, decision);
    await readVerdict(authority, issued);
    expect(voiceOf()).toMatchObject({ hasVoice: false, voiceWithdrawn: true, voice: undefined });
  });

  it('stays away where what was read cannot be enrolled, and another try says so', async () => {
    authority.ports().engines.voice.enrol = async () => ({ ok: false, findings: ['digits-unclear'] });
    const issued = await bringSamples(authority, raiseBody(handle, officer));
    await officer.decide(issued.claims.challengeId);
    expect(await readVerdict(authority, issued)).toMatchObject({
      outcome: 'retry',
      hints: ['say-the-digits'],
    });
    expect(voiceOf()?.voice).toBeUndefined();
  });

  it('stays away where it is taken back once more while the officer looks', async () => {
    const issued = await bringSamples(authority, raiseBody(handle, officer));
    authority.ports().store.held.withdrawVoice(voiceOf()?.person ?? '');
    await expect(officer.decide(issued.claims.challengeId)).rejects.toThrow('challenge-expired');
    expect(await readVerdict(authority, issued, 0)).toBeUndefined();
    expect(voiceOf()).toMatchObject({ hasVoice: false, voice: undefined, level: 'basic' });
  });

  it('is heard nowhere else', async () => {
    const { claims } = await askChallenge(authority, verifyBody(handle));
    expect(claims.samples).toEqual(['face']);
  });
});

describe('a review', () => {
  it.each([
    ['is asked for by the officer', { decision: { ...no, outcome: 'review' as const } }, 'asked'],
    ['is due where the card is looked for', { card: issueCard({}, flaggedSerial) }, 'flagged'],
  ])('%s, and another officer decides', async (_, changes, cause) => {
    const colleague = await startOfficer(points, 'south');
    expect(await raise(authority, handle, officer, changes)).toMatchObject({ outcome: 'review', hints: [] });
    expect(levelOf(authority, handle)).toBe('basic');
    expect((await officer.reviews()).cases).toEqual([]);
    const [waiting] = (await colleague.reviews()).cases;
    expect(waiting).toMatchObject({ cause, cardRead: 'chip' });
    await expect(officer.review(waiting.caseId, { outcome: 'confirm' })).rejects.toThrow(
      'second-officer-same',
    );
    await colleague.review(waiting.caseId, { outcome: 'confirm' });
    expect(levelOf(authority, handle)).toBe('strict');
    await expect(colleague.review(waiting.caseId, { outcome: 'confirm' })).rejects.toThrow('review-over');
  });

  it('comes to one raise of some, drawn at random, and a contest takes the level back', async () => {
    const colleague = await startOfficer(points, 'north');
    await authority.restart({ random: (length) => new Uint8Array(length) });
    await expect(raise(authority, handle, officer)).resolves.toMatchObject({ outcome: 'pass' });
    const [drawn] = (await colleague.reviews()).cases;
    expect(drawn).toMatchObject({ cause: 'drawn', decision: yes });
    await expect(colleague.review(drawn.caseId, { outcome: 'contest' })).rejects.toThrow('decision-invalid');
    await colleague.review(drawn.caseId, { outcome: 'contest', doubt: 'face-differs' });
    expect(levelOf(authority, handle)).toBe('basic');
  });

  it('is due of all that a revoked officer raised, which counts as basic until then', async () => {
    const colleague = await startOfficer(points, 'north');
    await raise(authority, handle, officer);
    await points.administer(`officers/${officer.officerId}/revoke`);
    const { cases } = await points.administer('raised', { officerId: officer.officerId });
    expect(cases).toMatchObject([{ state: 'raised', decision: yes }]);
    expect(JSON.stringify(cases)).not.toMatch(/person|credential|(?<![\w-])crd_/);
    const by = { officerId: officer.officerId };
    expect(await points.administer('raised/review', by)).toEqual({ underReview: 1 });
    expect(levelOf(authority, handle)).toBe('basic');
    const [waiting] = (await colleague.reviews()).cases;
    expect(waiting.cause).toBe('revoked');
    await colleague.review(waiting.caseId, { outcome: 'confirm' });
    expect(levelOf(authority, handle)).toBe('strict');
  });
});

describe('an exception', () => {
  it.each([
    ['where no face can be taken', 'no-face' as const, issueCard()],
    ['where the name differs', 'name-differs' as const, issueCard({ name: '张四丰' })],
  ])('%s needs the word of a second officer', async (_, exception, card) => {
    const second = await startOfficer(points, 'north');
    const decision = { ...yes, exception };
    const changes = exception === 'no-face' ? { exception } : {};
    const issued = await bringSamples(authority, raiseBody(handle, officer, changes), card);
    expect(issued.claims.samples.includes('face')).toBe(exception !== 'no-face');
    const { challengeId } = issued.claims;
    expect(await officer.decide(challengeId, decision)).toEqual({
      ...{ awaited: ['officer-decision'], secondNeeded: true },
    });
    expect(await readVerdict(authority, issued, 0)).toBeUndefined();
    await expect(officer.decide(challengeId, decision)).rejects.toThrow('second-officer-same');
    await expect(second.decide(challengeId, yes)).rejects.toThrow('decision-invalid');
    expect(await second.decide(challengeId, decision)).toEqual({ awaited: [] });
    expect(await readVerdict(authority, issued)).toMatchObject({ outcome: 'pass', level: 'strict' });
  });
});
