import { afterEach, beforeEach, expect, it } from 'vitest';
import { validityEnd } from '../../../shared/card-validity.ts';
import { shownToday } from '../../../shared/consent/agreed.fixture.ts';
import * as limits from '../../../shared/limits.ts';
import { packIdentity } from '../../../shared/sample/pack-identity.ts';
import { type Authority, applyBody, askChallenge, attempt, makeDevice } from '../authority.fixture.ts';
import {
  issueCard,
  type OnShift,
  startOfficer,
  startWithPoints,
  type WithPoints,
} from '../raise/raise.fixture.ts';
import { addWard, bind, type Device, guardianOn, kinOf, wardBody } from './family.fixture.ts';

/** The end of the ward's card that was reported lost, and that of the one after it. */
const [lost, newer] = ['2030-03-04', '2040-03-04'] as const;
let points: WithPoints;
let authority: Authority;
let officer: OnShift;
let device: Device;
let guardian: string;
let ward: { name: string; idNumber: string };

beforeEach(async () => {
  points = startWithPoints();
  ({ authority } = points);
  await points.addPoint('north');
  officer = await startOfficer(points, 'north');
  device = makeDevice();
  guardian = await guardianOn(authority, device);
});
afterEach(() => authority.stop());

/** Somebody with a credential of their own who has reported the card lost, and then lost the phone too. */
async function loseCardAndPhone(born: string): Promise<void> {
  ward = addWard(authority, born);
  const { credential } = await attempt(authority, applyBody({ deviceThumbprint: makeDevice().thumbprint }), {
    identity: packIdentity({ ...ward, validUntil: lost }),
  });
  for (const move of ['report-card', 'report-phone']) {
    const url = `/v1/credentials/${credential}/moves`;
    await authority.call({ method: 'POST', url, payload: { move, at: authority.clock.at } });
  }
}

const report = () => {
  const { register, store } = authority.ports();
  return store.credentials.cardReportOf(register.look(ward.idNumber, ward.name).person, authority.clock.at);
};
const stateOf = (handle = '') => authority.ports().store.credentials.find(handle)?.state;

/** What a terminal of class II is to bring of the ward. */
async function atTerminal(bound: Awaited<ReturnType<typeof bind>>) {
  const { counters } = authority.ports().store;
  const body = wardBody(authority, device, bound, { ceremony: 'ward' });
  await points.administer('terminals', { counterId: body.counterId, stands: true });
  const terminal = counters.find(body.counterId)?.counterKey ?? expect.unreachable();
  const issued = await askChallenge(authority, {
    ...{ ...body, consent: { face: true, voice: false } },
    parties: { terminal },
  });
  return issued.claims.samples;
}

/** Binds the ward by the card that ends on that day. */
function bindByCard(validUntil: string) {
  const card = issueCard({ ...ward, validUntil });
  const kin = kinOf(ward, {
    ...{ document: 'card', documentNumber: '', relation: 'parent', ward: card, consents: shownToday },
  });
  return bind(authority, guardian, officer, kin, { grown: true });
}

it('the report of a lost card outlives a binding by another paper, which is no other card', async () => {
  await loseCardAndPhone('2011-03-04');
  const before = report();
  const bound = await bind(authority, guardian, officer, kinOf(ward));
  expect(bound.outcome).toBe('pass');
  expect(report()?.ends).toBe(before?.ends);
  expect(stateOf(bound.credential)).toBe('card-reported-lost');
  expect((await attempt(authority, wardBody(authority, device, bound))).outcome).toBe('pass');
  expect(await atTerminal(bound)).toContain('face');
  authority.clock.at += limits.cardReportLasts;
  expect(report()).toBeUndefined();
});

it('nobody is bound by the card that is reported lost, and the report stays', async () => {
  await loseCardAndPhone('1956-03-04');
  expect(await bindByCard(lost)).toMatchObject({ outcome: 'fail', hints: ['card-doubted'] });
  expect(report()).toMatchObject({ ofCardUntil: validityEnd(lost) });
  authority.clock.at += limits.cardReportLasts;
  officer = await startOfficer(points, 'north');
  expect((await bindByCard(lost)).outcome).toBe('pass');
});

it('it ends by the next card, as by an application', async () => {
  await loseCardAndPhone('1956-03-04');
  const bound = await bindByCard(newer);
  expect(bound.outcome).toBe('pass');
  expect(report()).toBeUndefined();
  expect(stateOf(bound.credential)).toBe('active');
});

it('and no second guardian ends it, whom a paper binds to the same ward', async () => {
  await loseCardAndPhone('2011-03-04');
  const first = await bind(authority, guardian, officer, kinOf(ward));
  const second = await bind(authority, guardian, officer, kinOf(ward));
  expect(second.credential).toBe(first.credential);
  expect(report()).toBeDefined();
  expect(stateOf(second.credential)).toBe('card-reported-lost');
});

it('a ward’s credential that ended with the card this very moment is nobody’s to be bound to again', async () => {
  ward = addWard(authority, '1956-03-04');
  const first = await bindByCard(lost);
  authority.clock.at = validityEnd(lost) ?? expect.unreachable();
  officer = await startOfficer(points, 'north');
  device = makeDevice();
  guardian = await guardianOn(authority, device);
  const second = await bindByCard(newer);
  expect(second.credential).not.toBe(first.credential);
  expect(stateOf(second.credential)).toBe('active');
});
