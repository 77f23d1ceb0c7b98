import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shownToday } from '../../../shared/consent/agreed.fixture.ts';
import { asId, newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Card } from '../../../shared/sample/card.ts';
import { type Authority, makeDevice, random, readVerdict } from '../authority.fixture.ts';
import {
  cardIssuer,
  issueCard,
  type OnShift,
  startOfficer,
  startWithPoints,
  type WithPoints,
  yes,
} from '../raise/raise.fixture.ts';
import { forgetOld } from '../store/forget-old.ts';
import { addWard, bind, bringRevocation, guardianOn, kinOf } from './family.fixture.ts';

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

const listed = (by: object) => points.administer('bound', by);
const hand = ({ officerId, passkey }: OnShift) => ({ officerId, passkeyId: passkey.id });
const typed = (): Card => ({ ...issueCard({ ...ward, validUntil: 'long-term' }), chip: null });

/** Binds the ward: to a guardian of their own, by the card and the own face. */
async function bindWard() {
  const guardian = await guardianOn(authority, makeDevice());
  const card = issueCard({ ...ward, validUntil: 'long-term' });
  const changes = { document: 'card', documentNumber: '', relation: 'parent', ward: card } as const;
  const kin = kinOf(ward, { ...changes, consents: shownToday });
  const { delegation } = await bind(authority, guardian, officer, kin, { grown: true });
  return delegation?.delegationId ?? expect.unreachable();
}

const bringCard = (by: OnShift = officer, card = typed()) => bringRevocation(authority, by, card);

async function revoke(by: OnShift = officer) {
  const issued = await bringCard(by);
  await by.decide(issued.claims.challengeId);
  return { verdict: await readVerdict(authority, issued), issued };
}

/** So many revocations of the officer's, of people who are not looked at. */
function revokedToday(count: number): void {
  const at = authority.clock.at;
  for (let n = 0; n < count; n++)
    authority.ports().store.familyActs.addRevocation({
      ...{ id: newId('ses', random), pointId: asId('acp', 'acp_north'), at },
      hands: [{ officerId: asId('off', officer.officerId), passkeyId: officer.passkey.id }],
    });
}

describe('a revocation', () => {
  it('says for a year which officers ended what, where and with which passkey, and nothing of the person', async () => {
    const delegationId = await bindWard();
    const second = await startOfficer(points, 'north');
    authority.clock.at += 1000;
    const issued = await bringCard();
    await officer.decide(issued.claims.challengeId, { ...yes, exception: 'name-differs' });
    await second.decide(issued.claims.challengeId, { ...yes, exception: 'name-differs' });
    expect(await readVerdict(authority, issued)).toMatchObject({ outcome: 'pass', ended: [delegationId] });

    const revoked = { kind: 'revoked', at: authority.clock.at, pointId: 'acp_north' };
    const act = { ...revoked, hands: [hand(officer), hand(second)], delegationIds: [delegationId] };
    for (const by of [{ officerId: second.officerId }, { passkeyId: second.passkey.id }]) {
      const { acts } = await listed(by);
      expect(acts).toMatchObject([act]);
      expect(Object.keys(acts[0]).sort()).toEqual([...Object.keys(act), 'reference'].sort());
    }
    expect((await listed({ officerId: officer.officerId })).acts).toMatchObject([act, { kind: 'bound' }]);

    const { store } = authority.ports();
    forgetOld(store, authority.clock.at + limits.delegationKept);
    expect((await listed({ pointId: 'acp_north' })).acts).toMatchObject([act, { kind: 'bound' }]);
    forgetOld(store, authority.clock.at + limits.delegationKept + 1);
    expect(await listed({ pointId: 'acp_north' })).toEqual({ acts: [] });
    expect(await listed({ officerId: second.officerId })).toEqual({ acts: [] });
  });

  it('counts towards the day of officer and point, and as much where nobody answers for the person', async () => {
    const left = async () => {
      const url = `/v1/officers/shifts/${officer.shiftId}`;
      return (await authority.call({ method: 'GET', url })).json().raisesLeft;
    };
    await bindWard();
    const before = await left();
    expect((await revoke()).verdict?.ended).toHaveLength(1);
    expect(await left()).toBe(before - 1);
    expect((await revoke()).verdict?.ended).toEqual([]);
    expect(await left()).toBe(before - 2);
    revokedToday(before - 2);
    await expect(revoke()).rejects.toThrow('officer-cap-reached');
  });

  it('of a point that has done enough today is none, whoever is on shift there', async () => {
    const colleague = await startOfficer(points, 'north');
    revokedToday(limits.raisesPerPointDay);
    await expect(revoke(colleague)).rejects.toThrow('officer-cap-reached');
  });

  it('is none where the day became full while it was decided', async () => {
    const delegationId = await bindWard();
    const issued = await bringCard(officer, issueCard({ ...ward, validUntil: 'long-term' }));
    whileJudged = () => revokedToday(limits.raisesPerOfficerDay);
    await officer.decide(issued.claims.challengeId);
    expect(await readVerdict(authority, issued)).toMatchObject({
      outcome: 'fail',
      hints: ['officer-refused'],
    });
    const { delegations } = authority.ports().store;
    expect(delegations.find(delegationId)?.endedAt).toBeUndefined();
  });
});

describe('what was bound', () => {
  it('is found by a struck passkey, and taken back', async () => {
    const delegationId = await bindWard();
    const by = { passkeyId: officer.passkey.id };
    await points.administer(`officers/${officer.officerId}/passkeys/${officer.passkey.id}/revoke`);
    expect((await listed(by)).acts).toMatchObject([
      { kind: 'bound', hands: [hand(officer)], delegationIds: [delegationId] },
    ]);
    expect(await points.administer('delegations/end', by)).toEqual({ ended: 1 });
    expect(await points.administer('delegations/end', by)).toEqual({ ended: 0 });
  });

  it('and revoked comes by pages, the newest first, each once, also of one moment', async () => {
    revokedToday(limits.officerActsPerPage);
    authority.clock.at += 1000;
    revokedToday(1);
    const by = { officerId: officer.officerId };
    const first = await listed(by);
    expect(first.acts).toHaveLength(limits.officerActsPerPage);
    expect(first.acts[0].at).toBe(authority.clock.at);
    const rest = await listed({ ...by, before: first.next });
    expect(rest.acts).toHaveLength(1);
    expect(rest.next).toBeUndefined();
    const references = [...first.acts, ...rest.acts].map(({ reference }) => reference);
    expect(new Set(references).size).toBe(limits.officerActsPerPage + 1);
  });
});
