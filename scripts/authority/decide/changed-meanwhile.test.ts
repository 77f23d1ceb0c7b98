import { beforeEach, describe, expect, it } from 'vitest';
import type { SampleKind } from '../../../shared/challenge.ts';
import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import type { MoveBody } from '../../../shared/contract/authority/move-credential.ts';
import { asId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { packCard } from '../../../shared/sample/pack-card.ts';
import { packIdentity } from '../../../shared/sample/pack-identity.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  citizen,
  enrol,
  makeDevice,
  readVerdict,
  sendAll,
  verifyBody,
} from '../authority.fixture.ts';
import { passingEngines, template } from '../engines/passing-engines.fixture.ts';
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
} from '../raise/raise.fixture.ts';
import { holdWords } from '../raise/signed-words.ts';
import { credentialNow } from '../register/credential-standing.ts';
import { joinOfficer } from './join-officer.ts';
import { recordVerdict } from './record-verdict.ts';

let points: WithPoints;
let authority: Authority;
let officer: OnShift;
/** Strict, with a voice. */
let handle: string;
/** What the engines wait for. */
let gate: Promise<void> | undefined;

beforeEach(async () => {
  gate = undefined;
  const decide = async () => {
    await gate;
    return { findings: [], digests: [], template: template(1) };
  };
  points = startWithPoints({ engines: passingEngines({ face: { decide } }) });
  ({ authority } = points);
  await points.addPoint('north');
  officer = await startOfficer(points, 'north');
  handle = await enrol(authority);
  await raise(authority, handle, officer);
  return () => authority.stop();
});

/** The verdict of a challenge while whose engines look something happens. */
async function decidedWhile(body: AuthorityChallengeBody, happens: () => unknown) {
  const { promise, resolve } = Promise.withResolvers<void>();
  gate = promise;
  const issued = await askChallenge(authority, body);
  await sendAll(authority, issued, { identity: packIdentity({ ...citizen, validUntil: '2046-11-21' }) });
  await happens();
  resolve();
  return readVerdict(authority, issued);
}

const told = (move: MoveBody['move']) =>
  authority.call({
    ...{ method: 'POST', url: `/v1/credentials/${handle}/moves` },
    payload: { move, at: authority.clock.at },
  });
const underReview = () => points.administer('raised/review', { officerId: officer.officerId });
const now = (which: string | undefined) => credentialNow(authority.ports(), which ?? '');
const faceAlone = { consent: { face: true, voice: false } } as const;

describe('what changed while the engines looked', () => {
  it('a level that was put under review does not come back on the other phone, also a day later', async () => {
    await told('take-over');
    const moving = verifyBody(handle, {
      ...{ ceremony: 'move', rpId: '', counterId: '', scene: '', purpose: '' },
      deviceThumbprint: makeDevice().thumbprint,
    });
    const verdict = await decidedWhile(moving, underReview);
    expect(verdict).toMatchObject({ outcome: 'pass', level: 'basic' });
    expect(verdict?.strictFrom).toBeUndefined();
    authority.clock.at += limits.strictWait;
    expect(now(verdict?.credential)).toMatchObject({ state: 'active', level: 'basic' });
  });

  it('nor by a renewal, which brings what any application does: the new voice too', async () => {
    authority.ports().engines.voice.enrol = async () => ({ ok: true, template: template(99) });
    const verdict = await decidedWhile(applyBody(), underReview);
    expect(verdict).toMatchObject({ outcome: 'pass', level: 'basic' });
    expect(now(verdict?.credential)).toMatchObject({ level: 'basic', voice: template(99) });
  });

  it('a voice that was taken back is not enrolled again by a renewal without a voice', async () => {
    const verdict = await decidedWhile(applyBody(faceAlone), () => told('withdraw-voice'));
    expect(verdict).toMatchObject({ outcome: 'pass', level: 'strict' });
    expect(now(verdict?.credential)).toMatchObject({ hasVoice: false, voiceWithdrawn: true });
    expect(now(verdict?.credential)?.voice).toBeUndefined();
  });

  it('and of an application from that phone with a voice nobody takes a verdict', async () => {
    expect(await decidedWhile(applyBody(), () => told('withdraw-voice'))).toBeUndefined();
    expect(now(handle)).toMatchObject({ state: 'active', hasVoice: false });
  });

  it('a check in a strict scene passes by no level that was taken back, and that is no failure of the holder', async () => {
    const strict = verifyBody(handle, { ...faceAlone, level: 'strict' });
    expect(await decidedWhile(strict, () => undefined)).toMatchObject({ outcome: 'pass', level: 'strict' });
    const again = verifyBody(handle, { ...faceAlone, level: 'strict' });
    expect(await decidedWhile(again, underReview)).toMatchObject({ outcome: 'fail', level: 'basic' });
    const { store } = authority.ports();
    expect(store.strikes.of(now(handle)?.person ?? '', 'verify')).toMatchObject({ failures: 0 });
  });

  it('a check in any other scene passes, and says the level that is left', async () => {
    const verdict = await decidedWhile(verifyBody(handle, faceAlone), underReview);
    expect(verdict).toMatchObject({ outcome: 'pass', level: 'basic' });
  });

  it('a raise whose credential is not usable as card and word are joined passes no more, whatever it is as the verdict is written', async () => {
    const ports = authority.ports();
    const issued = await askChallenge(authority, raiseBody(handle, officer, faceAlone));
    const challenge = ports.store.challenges.find(issued.claims.challengeId) ?? expect.unreachable();
    const word = {
      ...{ officerId: asId('off', officer.officerId), shiftId: asId('shf', officer.shiftId) },
      ...{ passkeyId: 'p', at: authority.clock.at, decision: yes },
    };
    const samples = new Map<SampleKind, Uint8Array>([
      ['card', packCard(issueCard())],
      ['officer-decision', holdWords([word])],
    ]);
    const { person } = now(handle) ?? expect.unreachable();
    const seen = { outcome: 'pass', level: 'basic', hints: [], person } as const;
    expect(joinOfficer(ports, challenge, samples, seen)).toMatchObject({ outcome: 'pass', level: 'strict' });
    const usable = now(handle) ?? expect.unreachable();
    ports.store.credentials.put({ ...usable, state: 'suspended' });
    const joined = joinOfficer(ports, challenge, samples, seen);
    expect(joined).toMatchObject({ outcome: 'fail', blameless: true });
    expect(joined.raised).toBeUndefined();
    ports.store.credentials.put(usable);
    recordVerdict(ports, challenge, joined);
    expect(ports.store.verdicts.find(issued.claims.challengeId)).toMatchObject({ outcome: 'fail' });
  });

  it('what became strict is not unfrozen without its voice', async () => {
    await underReview();
    expect(levelOf(authority, handle)).toBe('basic');
    await told('freeze');
    const unfreezing = verifyBody(handle, {
      ...{ ...faceAlone, ceremony: 'protect', rpId: '', counterId: '', scene: '', purpose: 'unfreeze' },
    });
    const { store } = authority.ports();
    const verdict = await decidedWhile(unfreezing, () => {
      const frozen = now(handle) ?? expect.unreachable();
      store.credentials.put({ ...frozen, level: 'strict' });
    });
    expect(verdict).toMatchObject({ outcome: 'fail' });
    expect(now(handle)).toMatchObject({ state: 'frozen', level: 'strict' });
  });
});
