import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validityEnd } from '../../../shared/card-validity.ts';
import { shownToday } from '../../../shared/consent/agreed.fixture.ts';
import { stateGuardianWord } from '../../../shared/guardian/state-guardian-word.ts';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { packIdentity } from '../../../shared/sample/pack-identity.ts';
import { packKin } from '../../../shared/sample/pack-kin.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  attempt,
  makeDevice,
  random,
  readVerdict,
  registrant,
  sendAll,
  verifyBody,
} from '../authority.fixture.ts';
import {
  issueCard,
  type OnShift,
  startOfficer,
  startWithPoints,
  type WithPoints,
} from '../raise/raise.fixture.ts';
import { settleDelegations } from '../register/end-delegations.ts';
import { addWard, bind, type Device, familyBody, guardianOn, kinOf, wardBody } from './family.fixture.ts';

const day = 24 * 60 * 60 * 1000;
let points: WithPoints;
let authority: Authority;
let officer: OnShift;
let device: Device;
let guardian: string;

beforeEach(async () => {
  points = startWithPoints();
  ({ authority } = points);
  await points.addPoint('north');
  officer = await startOfficer(points, 'north');
  device = makeDevice();
  guardian = await guardianOn(authority, device);
});
afterEach(() => authority.stop());

/** Born so many years and days before today. */
function bornBefore(years: number, days = 0): string {
  const today = new Date(authority.clock.at + 8 * 60 * 60 * 1000 - days * day);
  today.setUTCFullYear(today.getUTCFullYear() - years);
  return today.toISOString().slice(0, 10);
}

const bindChild = (born = bornBefore(10), number = 1) =>
  bind(authority, guardian, officer, kinOf(addWard(authority, born, number)));

/** A ward of 16 or more, who agrees, by the card. */
function byCard(ward: { name: string; idNumber: string }, relation: 'child' | 'parent') {
  const card = issueCard({ ...ward, validUntil: 'long-term' });
  return kinOf(ward, { document: 'card', documentNumber: '', relation, ward: card, consents: shownToday });
}

async function standing(delegationId: string) {
  const payload = { delegationIds: [delegationId] };
  const url = '/v1/delegations/standing';
  return (await authority.call({ method: 'POST', url, payload })).json().delegations[0];
}

async function renew(delegationId: string, form: string, by = device) {
  const word = stateGuardianWord(by, {
    ...{ delegation: delegationId, act: 'renew', form, now: authority.clock.at },
  });
  const url = `/v1/delegations/${delegationId}/renew`;
  const answer = await authority.call({ method: 'POST', url, payload: { word } });
  return answer.json().code ?? answer.json().form;
}

describe('a binding', () => {
  it('of a child by documents brings a delegation for a year, and a credential without a device', async () => {
    const verdict = await bindChild();
    expect(verdict).toMatchObject({ outcome: 'pass', delegation: { relation: 'child', form: 'under-14' } });
    expect(verdict.delegation?.endsAt).toBe(authority.clock.at + limits.delegationLifetime);
    const { store } = authority.ports();
    expect(store.credentials.find(verdict.credential ?? '')).toMatchObject({
      level: 'basic',
      device: undefined,
    });
    expect(JSON.stringify(verdict)).not.toMatch(/家人|9900/);
  });

  it.each([
    ['a number and a name that do not go together', { name: '别人' }, 'retry', 'kin-not-matched'],
    ['the guardian as the ward', 'self', 'retry', 'kin-not-matched'],
  ])('asks again for %s', async (_, which, outcome, hint) => {
    const ward = addWard(authority, bornBefore(10));
    const said = which === 'self' ? issueCard() : { ...ward, ...(which as object) };
    const kin = kinOf({ name: said.name, idNumber: said.idNumber });
    expect(await bind(authority, guardian, officer, kin)).toMatchObject({ outcome, hints: [hint] });
  });

  it('of somebody of 16 needs the card, the own face and the own consent', async () => {
    const ward = addWard(authority, bornBefore(70));
    const refused = await bind(authority, guardian, officer, kinOf(ward));
    expect(refused.hints).toEqual(['kin-other-form']);
    const silent = { ...byCard(ward, 'parent'), consents: false as const };
    expect((await bind(authority, guardian, officer, silent, { grown: true })).hints).toEqual([
      'kin-refused',
    ]);
    const kin = byCard(ward, 'parent');
    const issued = await askChallenge(authority, familyBody(guardian, officer, { grown: true }));
    expect(issued.claims.samples).toContain('kin-face');
    const verdict = await bind(authority, guardian, officer, kin, { grown: true });
    expect(verdict).toMatchObject({ outcome: 'pass', delegation: { form: 'adult', relation: 'parent' } });
  });

  it('is refused where the officer refuses, and for who has a credential on a phone of their own', async () => {
    const ward = addWard(authority, bornBefore(10));
    const issued = await askChallenge(authority, familyBody(guardian, officer));
    await sendAll(authority, issued, { kin: packKin(kinOf(ward)) });
    const doubt = {
      outcome: 'refuse',
      cardGenuine: true,
      faceUnnatural: false,
      doubt: 'under-pressure',
    } as const;
    await officer.decide(issued.claims.challengeId, doubt);
    expect(await readVerdict(authority, issued)).toMatchObject({
      outcome: 'fail',
      hints: ['officer-refused'],
    });

    const { register, store } = authority.ports();
    const own = store.credentials.find(guardian) ?? expect.unreachable();
    const { person } = register.look(ward.idNumber, ward.name);
    store.credentials.issue({ ...own, handle: newId('crd', random), person });
    expect((await bind(authority, guardian, officer, kinOf(ward))).hints).toEqual(['kin-has-phone']);
  });

  it('is for five family members at most', async () => {
    for (let n = 1; n <= limits.wardsPerGuardian; n++)
      expect((await bindChild(bornBefore(9), n)).outcome).toBe('pass');
    expect((await bindChild(bornBefore(9), 6)).hints).toEqual(['family-full']);
  });
});

describe('a ward', () => {
  it('passes by the own face, on the device of the guardian, with that device’s word for the session', async () => {
    const bound = await bindChild();
    const verdict = await attempt(authority, wardBody(authority, device, bound));
    expect(verdict).toMatchObject({ outcome: 'pass', level: 'basic' });
    expect(Object.keys(verdict)).not.toContain('delegation');
  });

  it.each([
    ['without a delegation', () => ({ delegation: undefined }), 'delegation-over'],
    ['in a scene that was not included', () => ({ scene: 'parcel', purpose: 'send' }), 'delegation-scene'],
    [
      'by a word for another session',
      () => ({ sessionId: `ses_${'B'.repeat(22)}` }),
      'guardian-word-refused',
    ],
    ['on another device', () => ({ deviceThumbprint: makeDevice().thumbprint }), 'delegation-over'],
    [
      'with a party that is no terminal',
      () => ({ parties: { terminal: device.thumbprint } }),
      'terminal-unknown',
    ],
  ])('is refused %s', async (_, changes, code) => {
    authority.ports().store.counters.put({ ...registrant, scenes: ['hotel', 'parcel'] });
    const bound = await bindChild();
    const { delegation, ...body } = { ...wardBody(authority, device, bound), ...changes() };
    const asked = { ...body, ...(delegation !== undefined && { delegation }) };
    await expect(askChallenge(authority, asked)).rejects.toThrow(code);
  });

  it('of 14 ends on the birthday in China, and can be renewed in the next form for a month', async () => {
    const bound = await bindChild(bornBefore(14, -10));
    const id = bound.delegation?.delegationId ?? '';
    expect(await renew(id, 'under-14')).toBe('renewal-early');
    expect(await standing(id)).toMatchObject({ state: 'active' });
    authority.clock.at += 10 * day;
    settleDelegations(authority.ports());
    expect(await standing(id)).toMatchObject({ state: 'ended', renewable: 'under-18' });
    await expect(askChallenge(authority, wardBody(authority, device, bound))).rejects.toThrow(
      'delegation-over',
    );
    expect(await renew(id, 'under-14')).toBe('guardian-word-refused');
    expect(await renew(id, 'under-18', makeDevice())).toBe('guardian-word-refused');
    expect(await renew(id, 'under-18')).toBe('under-18');
    expect((await attempt(authority, wardBody(authority, device, bound))).outcome).toBe('pass');
  });

  it('of 14 whom nobody renews has ended a month later, and what was shown for the ward is void', async () => {
    const bound = await bindChild(bornBefore(14, -10));
    const { store } = authority.ports();
    const id = bound.delegation?.delegationId ?? '';
    authority.clock.at = (bound.delegation?.endsAt ?? 0) + limits.delegationFormGrace - 1;
    settleDelegations(authority.ports());
    expect(store.delegations.find(id)).toMatchObject({ endedAt: undefined });
    authority.clock.at += 1;
    settleDelegations(authority.ports());
    expect(store.delegations.find(id)).toMatchObject({ endedAt: authority.clock.at });
    expect(store.credentials.find(bound.credential ?? '')).toMatchObject({ state: 'void' });
  });

  it('of 18 is answered for no more, and what was shown for the ward is void', async () => {
    const ward = addWard(authority, bornBefore(18, -1));
    const bound = await bind(authority, guardian, officer, byCard(ward, 'child'), { grown: true });
    expect(bound.delegation?.form).toBe('under-18');
    const shown = () => authority.ports().store.credentials.find(bound.credential ?? '');
    settleDelegations(authority.ports());
    expect(shown()).toMatchObject({ state: 'active' });
    authority.clock.at += day;
    const id = bound.delegation?.delegationId ?? '';
    expect(await standing(id)).toMatchObject({ state: 'ended' });
    expect(await renew(id, 'adult')).toBe('delegation-over');
    settleDelegations(authority.ports());
    expect(shown()).toMatchObject({ state: 'void', face: undefined });
  });

  it('is renewed within the last month of a year, once', async () => {
    const bound = await bindChild();
    const id = bound.delegation?.delegationId ?? '';
    authority.clock.at += limits.delegationLifetime - limits.delegationRenewal;
    expect(await renew(id, 'under-14')).toBe('under-14');
    expect(await renew(id, 'under-14')).toBe('renewal-early');
    expect((await standing(id)).endsAt).toBe((bound.delegation?.endsAt ?? 0) + limits.delegationLifetime);
  });

  it('by an ID card is answered for no longer than the card is valid, and a year more needs the next card', async () => {
    const ward = addWard(authority, bornBefore(70));
    const ends = new Date(authority.clock.at + 20 * day).toISOString().slice(0, 10);
    const by = (validUntil: string) => {
      const card = issueCard({ ...ward, validUntil });
      const kin = { ...byCard(ward, 'parent'), ward: card };
      return bind(authority, guardian, officer, kin, { grown: true });
    };
    const bound = await by(ends);
    expect(bound.delegation?.endsAt).toBe(validityEnd(ends));
    const id = bound.delegation?.delegationId ?? '';
    expect(await renew(id, 'adult')).toBe('renewal-early');
    const again = await by('long-term');
    expect(again.delegation?.endsAt).toBe(authority.clock.at + limits.delegationLifetime);
    authority.clock.at += 21 * day;
    expect(await standing(again.delegation?.delegationId ?? '')).toMatchObject({ state: 'active' });
  });

  it('who comes to an own credential is answered for by nobody, and takes up no place of five', async () => {
    const ward = addWard(authority, bornBefore(15));
    const bound = await bind(authority, guardian, officer, kinOf(ward));
    const { register, store } = authority.ports();
    const { person } = register.look(ward.idNumber, ward.name);
    await attempt(authority, applyBody({ deviceThumbprint: makeDevice().thumbprint }), {
      identity: packIdentity({ ...ward, validUntil: '2027-03-04' }),
    });
    const id = bound.delegation?.delegationId ?? '';
    expect(await standing(id)).toMatchObject({ state: 'ended' });
    expect(store.delegations.ofWard(person)).toEqual([]);
    authority.clock.at += limits.delegationLifetime - limits.delegationRenewal;
    expect(await renew(id, 'under-18')).toBe('delegation-over');
  });

  it('rests while the guardian’s own credential cannot be used', async () => {
    const bound = await bindChild();
    const body = wardBody(authority, device, bound);
    const url = `/v1/credentials/${guardian}/moves`;
    await authority.call({ method: 'POST', url, payload: { move: 'freeze', at: authority.clock.at } });
    expect(await standing(bound.delegation?.delegationId ?? '')).toMatchObject({ state: 'rests' });
    await expect(askChallenge(authority, body)).rejects.toThrow('delegation-rests');
  });

  it('ends at the administrator’s desk, with what was shown for the ward', async () => {
    const ward = addWard(authority, bornBefore(10));
    const bound = await bind(authority, guardian, officer, kinOf(ward));
    const desk = { legalName: ward.name, idNumber: ward.idNumber };
    expect(await points.administer('delegations/end', desk)).toEqual({ ended: 1 });
    expect(await points.administer('delegations/end', { officerId: officer.officerId })).toEqual({
      ended: 0,
    });
    await expect(askChallenge(authority, wardBody(authority, device, bound))).rejects.toThrow(
      'delegation-over',
    );
    const shown = authority.ports().store.credentials.find(bound.credential ?? '');
    expect(shown).toMatchObject({ state: 'void' });
  });

  it('’s credential is shown by nobody as one of their own', async () => {
    const bound = await bindChild();
    const alone = verifyBody(bound.credential ?? '', { deviceThumbprint: device.thumbprint });
    await expect(askChallenge(authority, alone)).rejects.toThrow('delegation-over');
  });
});
