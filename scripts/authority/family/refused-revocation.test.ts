import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shownToday } from '../../../shared/consent/agreed.fixture.ts';
import { asId, newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Card } from '../../../shared/sample/card.ts';
import { packIdentity } from '../../../shared/sample/pack-identity.ts';
import { makeCitizen } from '../../stand-ins/phone/make-citizen.ts';
import { type Authority, applyBody, attempt, makeDevice, random, readVerdict } from '../authority.fixture.ts';
import {
  cardIssuer,
  flaggedSerial,
  issueCard,
  type OnShift,
  startOfficer,
  startWithPoints,
  type WithPoints,
  yes,
} from '../raise/raise.fixture.ts';
import { addWard, bind, bringRevocation, guardianOn, kinOf } from './family.fixture.ts';

/** The end of the card that somebody has reported lost, and that of the one after it. */
const [lost, newer] = ['2030-03-04', '2040-03-04'] as const;
/** Nobody of the register: a number that could be somebody's all the same. */
const stranger = makeCitizen(999, '没有这人', '19560304');
const noChild = makeCitizen(999, '没有这人', '20180304');
let points: WithPoints;
let authority: Authority;
let officer: OnShift;
let ward: { name: string; idNumber: string };
/** Happens while the chip of a card is looked at. */
let whileJudged: () => void;

beforeEach(async () => {
  whileJudged = () => undefined;
  const keyOf = (kid: string) => {
    whileJudged();
    return cardIssuer.keyOf(kid);
  };
  points = startWithPoints({ cardIssuer: { ...cardIssuer, keyOf } });
  ({ authority } = points);
  await points.addPoint('north');
  officer = await startOfficer(points, 'north');
  ward = addWard(authority, '1956-03-04');
});
afterEach(() => authority.stop());

const read = (changes: Partial<Card> = {}, serial?: string) =>
  issueCard({ ...ward, validUntil: newer, ...changes }, serial);
const typed = (changes: Partial<Card> = {}): Card => ({ ...read(changes), chip: null });

async function revoke(card: Card, by: OnShift = officer) {
  const issued = await bringRevocation(authority, by, card);
  await by.decide(issued.claims.challengeId);
  return (await readVerdict(authority, issued)) ?? expect.unreachable();
}

/** All that a verdict tells of whoever the card is of. */
async function told(card: Card) {
  const { outcome, level, hints, ended, credential, delegation } = await revoke(card);
  return { outcome, level, hints, ended, credential, delegation };
}

async function left(by: OnShift = officer): Promise<number> {
  const url = `/v1/officers/shifts/${by.shiftId}`;
  return (await authority.call({ method: 'GET', url })).json().raisesLeft;
}

/** So many refusals of the officer's, of people who are not looked at. */
function refusedToday(count: number): void {
  for (let n = 0; n < count; n++)
    authority.ports().store.familyActs.addRefusal({
      ...{ id: newId('chl', random), pointId: asId('acp', 'acp_north'), at: authority.clock.at },
      hands: [{ officerId: asId('off', officer.officerId), passkeyId: officer.passkey.id }],
    });
}

async function move(handle: string | undefined, act: 'report-card' | 'report-phone') {
  const url = `/v1/credentials/${handle}/moves`;
  await authority.call({ method: 'POST', url, payload: { move: act, at: authority.clock.at } });
}

/** The ward had a phone, and lost it with the card that ends on that day. */
async function loseCardAndPhone(): Promise<void> {
  const { credential } = await attempt(authority, applyBody({ deviceThumbprint: makeDevice().thumbprint }), {
    identity: packIdentity({ ...ward, validUntil: lost }),
  });
  await move(credential, 'report-card');
  await move(credential, 'report-phone');
}

describe('a revocation that is refused', () => {
  it.each([
    ['by a typed card of nobody', () => typed(stranger), 'retry', 'kin-not-matched'],
    ['by a card of nobody that was read', () => read(stranger), 'retry', 'kin-not-matched'],
    ['by a card with another name', () => typed({ name: '别人' }), 'retry', 'kin-not-matched'],
    ['by a card that has run out', () => read({ validUntil: '2024-01-01' }), 'fail', 'card-expired'],
    ['by a card that was changed', () => ({ ...read(), validUntil: '2060-01-01' }), 'fail', 'card-doubted'],
    ['by a card that somebody looks for', () => read({}, flaggedSerial), 'fail', 'card-doubted'],
    ['for a child', () => read(addWard(authority, '2018-03-04', 2)), 'fail', 'not-of-age'],
  ] as const)('%s costs the day of officer and point one', async (_, card, outcome, hint) => {
    const colleague = await startOfficer(points, 'north');
    refusedToday(limits.raisesPerOfficerDay - 2);
    const before = await left();
    expect(await revoke(card())).toMatchObject({ outcome, hints: [hint] });
    expect(await left()).toBe(before - 1);
    const { store } = authority.ports();
    expect(store.familyActs.count({ pointId: 'acp_north' }, 0)).toBe(limits.raisesPerOfficerDay - 1);
    expect(await left(colleague)).toBe(limits.raisesPerOfficerDay);
  });

  it('ends with the day: nobody types one name after another', async () => {
    refusedToday(limits.raisesPerOfficerDay - 1);
    expect((await revoke(typed(stranger))).outcome).toBe('retry');
    for (const card of [typed(stranger), typed()])
      await expect(revoke(card)).rejects.toThrow('officer-cap-reached');
  });

  it('costs the day of both officers who signed it', async () => {
    const second = await startOfficer(points, 'north');
    const before = await left(second);
    const issued = await bringRevocation(authority, officer, typed(stranger));
    for (const each of [officer, second])
      await each.decide(issued.claims.challengeId, { ...yes, exception: 'name-differs' });
    expect((await readVerdict(authority, issued))?.outcome).toBe('retry');
    expect([await left(), await left(second)]).toEqual([before - 1, before - 1]);
  });

  it('by the officer’s own word tells nothing of the card, and costs the day nothing', async () => {
    const before = await left();
    for (const card of [typed(), typed(stranger)]) {
      const issued = await bringRevocation(authority, officer, card);
      await officer.decide(issued.claims.challengeId, {
        ...{ outcome: 'refuse', cardGenuine: true, faceUnnatural: false, doubt: 'face-differs' },
      });
      expect((await readVerdict(authority, issued))?.hints).toEqual(['officer-refused']);
    }
    expect(await left()).toBe(before);
  });

  it('tells nothing where the day became full meanwhile', async () => {
    whileJudged = () => refusedToday(limits.raisesPerOfficerDay);
    const answer = await told(read(stranger));
    expect(answer).toMatchObject({ outcome: 'fail', hints: ['officer-refused'] });
    authority.clock.at += 24 * 60 * 60 * 1000;
    officer = await startOfficer(points, 'north');
    expect(await told(read())).toEqual(answer);
  });

  it('tells of a typed card no more than that it is none: a stranger’s, nobody’s, or one that is reported lost', async () => {
    await loseCardAndPhone();
    const answer = await told(typed(stranger));
    expect(answer).toMatchObject({ outcome: 'retry', hints: ['kin-not-matched'] });
    expect(await told(typed({ name: '别人' }))).toEqual(answer);
    expect(await told(typed({ validUntil: lost }))).toEqual(answer);
  });

  it('tells of a child by the number alone: not whether there is one, nor its name', async () => {
    const child = addWard(authority, '2018-03-04', 2);
    const answer = await told(typed(child));
    expect(answer).toMatchObject({ outcome: 'fail', hints: ['not-of-age'] });
    expect(await told(typed({ ...child, name: '别人' }))).toEqual(answer);
    expect(await told(typed({ name: noChild.name, idNumber: noChild.idNumber }))).toEqual(answer);
  });
});

it('an adult whose birthday nobody has told the authority yet revokes as any other does', async () => {
  const { store, register } = authority.ports();
  const template = { engine: 'none', version: '1', bytes: new Uint8Array() };
  const { idNumber, name } = ward;
  store.people.put({ ...register.newPerson(idNumber, name, new Uint8Array([1]), template), born: undefined });
  expect(await told(typed())).toMatchObject({ outcome: 'pass', ended: [] });
});

describe('a card that is reported lost', () => {
  it('ends nothing, by a chip that was read; the next card does', async () => {
    const guardian = await guardianOn(authority, makeDevice());
    const kin = kinOf(ward, {
      ...{ document: 'card', documentNumber: '', relation: 'parent' },
      ...{ ward: read({ validUntil: lost }), consents: shownToday },
    });
    const bound = await bind(authority, guardian, officer, kin, { grown: true });
    const id = bound.delegation?.delegationId ?? expect.unreachable();
    await move(bound.credential, 'report-card');
    const { delegations } = authority.ports().store;
    for (const card of [read({ validUntil: lost }), typed({ validUntil: lost })]) {
      expect((await revoke(card)).outcome).not.toBe('pass');
      expect(delegations.find(id)?.endedAt).toBeUndefined();
    }
    expect(await revoke(read({ validUntil: lost }))).toMatchObject({
      outcome: 'fail',
      hints: ['card-doubted'],
    });
    expect(await revoke(read({ validUntil: newer }))).toMatchObject({ outcome: 'pass', ended: [id] });
  });

  it('is one like any other once the report is over', async () => {
    await loseCardAndPhone();
    const before = await left();
    expect(await revoke(read({ validUntil: lost }))).toMatchObject({
      outcome: 'fail',
      hints: ['card-doubted'],
    });
    expect(await left()).toBe(before - 1);
    authority.clock.at += limits.cardReportLasts;
    officer = await startOfficer(points, 'north');
    expect((await revoke(read({ validUntil: lost }))).outcome).toBe('pass');
  });
});
