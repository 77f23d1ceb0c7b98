import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import type { Card } from '../../../shared/sample/card.ts';
import { packCard } from '../../../shared/sample/pack-card.ts';
import { packKin } from '../../../shared/sample/pack-kin.ts';
import {
  type Authority,
  askChallenge,
  makeDevice,
  putSample,
  readVerdict,
  sealSample,
  sendAll,
} from '../authority.fixture.ts';
import {
  flaggedSerial,
  issueCard,
  type OnShift,
  startOfficer,
  startWithPoints,
  type WithPoints,
  yes,
} from '../raise/raise.fixture.ts';
import { addWard, bind, familyBody, guardianOn, kinOf } from './family.fixture.ts';

let points: WithPoints;
let authority: Authority;
let officer: OnShift;
let guardian: string;
let ward: { name: string; idNumber: string };

beforeEach(async () => {
  points = startWithPoints();
  ({ authority } = points);
  await points.addPoint('north');
  officer = await startOfficer(points, 'north');
  guardian = await guardianOn(authority, makeDevice());
  ward = addWard(authority, '2018-03-04');
});
afterEach(() => authority.stop());

/** Binds the ward with that card of the guardian's. */
const bindBy = (card: Card) => bind(authority, guardian, officer, kinOf(ward), {}, card);
const typed = (changes: Partial<Card> = {}): Card => ({ ...issueCard(changes), chip: null });
const stranger = () => addWard(authority, '1980-03-04', 2);

async function left(): Promise<number> {
  const url = `/v1/officers/shifts/${officer.shiftId}`;
  return (await authority.call({ method: 'GET', url })).json().raisesLeft;
}

/** Both officers sign that the name was changed. */
async function bindExcepted(card: Card, kin = kinOf(ward)) {
  const second = await startOfficer(points, 'north');
  const issued = await askChallenge(authority, familyBody(guardian, officer));
  await sendAll(authority, issued, { card: packCard(card), kin: packKin(kin) });
  for (const each of [officer, second])
    await each.decide(issued.claims.challengeId, { ...yes, exception: 'name-differs' });
  return readVerdict(authority, issued);
}

describe('the guardian’s card', () => {
  it('that is theirs binds, read or typed', async () => {
    expect((await bindBy(issueCard())).outcome).toBe('pass');
    expect((await bindBy(typed())).outcome).toBe('pass');
  });

  it.each([
    ['that is another’s', () => issueCard(stranger()), 'fail', 'card-not-matched'],
    ['of that number with another name', () => issueCard({ name: '别人' }), 'fail', 'card-not-matched'],
    ['that was mistyped', () => typed(stranger()), 'retry', 'card-not-matched'],
    ['with a mistyped name', () => typed({ name: '别人' }), 'retry', 'card-not-matched'],
    ['that has run out', () => issueCard({ validUntil: '2024-01-01' }), 'fail', 'card-expired'],
    ['that is not valid yet', () => issueCard({ validFrom: '2099-01-01' }), 'fail', 'card-expired'],
    ['that was changed', () => ({ ...issueCard(), validUntil: '2060-01-01' }), 'fail', 'card-doubted'],
    ['that somebody looks for', () => issueCard({}, flaggedSerial), 'fail', 'card-doubted'],
  ] as const)('%s binds nobody, costs the officer’s day one and the guardian nothing', async (...row) => {
    const [, card, outcome, hint] = row;
    const before = await left();
    const verdict = await bindBy(card());
    expect(verdict).toMatchObject({ outcome, hints: [hint] });
    expect(verdict.delegation).toBeUndefined();
    expect(await left()).toBe(before - 1);
    const { store } = authority.ports();
    const person = store.credentials.find(guardian)?.person ?? '';
    expect(store.strikes.of(person, 'family').failures).toBe(0);
    expect(store.delegations.ofGuardian(person)).toEqual([]);
  });

  it('tells of its ward nothing before it fits', async () => {
    const nobody = { name: '没有这人', idNumber: '990001201803041239' };
    for (const kin of [kinOf(ward), kinOf(nobody)]) {
      const { hints } = await bind(authority, guardian, officer, kin, {}, issueCard(stranger()));
      expect(hints).toEqual(['card-not-matched']);
    }
  });

  it('is told nothing of where the face is not the guardian’s', async () => {
    const { engines } = authority.ports();
    const { decide } = engines.face;
    engines.face.decide = async (asked) => ({ ...(await decide(asked)), findings: ['other-face'] });
    for (const card of [issueCard(), issueCard(stranger())])
      expect((await bindBy(card)).hints).toEqual(['face-not-matched']);
  });

  it('with a changed name binds by two officers, and never by one', async () => {
    expect((await bindBy(issueCard({ name: '改名的人' }))).hints).toEqual(['card-not-matched']);
    expect((await bindExcepted(issueCard({ name: '改名的人' })))?.outcome).toBe('pass');
  });

  it('of another no two officers except, nor one that somebody looks for, nor the name of the ward', async () => {
    expect((await bindExcepted(issueCard(stranger())))?.hints).toEqual(['card-not-matched']);
    const sought = issueCard({ name: '改名的人' }, flaggedSerial);
    expect((await bindExcepted(sought))?.hints).toEqual(['card-doubted']);
    expect((await bindExcepted(issueCard(), kinOf({ ...ward, name: '别人' })))?.hints).toEqual([
      'kin-not-matched',
    ]);
  });

  it('that is reported lost before the verdict binds nobody', async () => {
    const issued = await askChallenge(authority, familyBody(guardian, officer));
    await sendAll(authority, issued, { kin: packKin(kinOf(ward)) });
    const url = `/v1/credentials/${guardian}/moves`;
    await authority.call({
      ...{ method: 'POST', url },
      payload: { move: 'report-card', at: authority.clock.at },
    });
    await officer.decide(issued.claims.challengeId);
    expect((await readVerdict(authority, issued))?.outcome).toBe('fail');
    await expect(bindBy(issueCard())).rejects.toThrow('credential-state-other');
    authority.clock.at += limits.cardReportLasts;
    officer = await startOfficer(points, 'north');
    expect((await bindBy(issueCard())).outcome).toBe('pass');
  });

  it('is awaited of the officer: without it there is nothing to decide, and the phone brings none', async () => {
    const issued = await askChallenge(authority, familyBody(guardian, officer));
    const { challengeId } = issued.claims;
    for (const kind of ['face', 'voice', 'kin'] as const) {
      if (!issued.claims.samples.includes(kind)) continue;
      const plain = kind === 'kin' ? packKin(kinOf(ward)) : undefined;
      await putSample(authority, challengeId, kind, await sealSample(issued, kind, {}, plain));
    }
    await expect(officer.decide(challengeId)).rejects.toThrow('step-out-of-order');
    const { deviceThumbprint } = issued.claims;
    const byPhone = await sealSample(issued, 'card', { deviceThumbprint });
    expect((await putSample(authority, challengeId, 'card', byPhone)).json().code).toBe('sample-refused');
  });
});
