import { afterAll, expect, it } from 'vitest';
import { askChallenge, makeDevice, sendAll } from '../../../scripts/authority/authority.fixture.ts';
import {
  addWard,
  bind,
  familyBody,
  guardianOn,
  kinOf,
} from '../../../scripts/authority/family/family.fixture.ts';
import {
  bringSamples,
  issueCard,
  raiseBody,
  startOfficer,
  startWithPoints,
  yes,
} from '../../../scripts/authority/raise/raise.fixture.ts';
import { shownToday } from '../../../shared/consent/agreed.fixture.ts';
import { packKin } from '../../../shared/sample/pack-kin.ts';
import { signInAtPage } from '../world/page-sign-in.fixture.ts';

const points = startWithPoints();
const { authority } = points;
afterAll(() => authority.stop());
await points.addPoint('north');
const officer = await startOfficer(points, 'north');
const nothing = { refused: 'asked-to-sign-another', signed: [] };
/** The BFF answers the sign-in with what a yes to this challenge is begun with. */
const signInOver = (challengeId: string) =>
  signInAtPage(points, officer, () =>
    officer.call(`challenges/${challengeId}/officer-decision/begin`, {
      ...{ shiftId: officer.shiftId, decision: yes },
    }),
  );

it('an officer who only signs in is not had to bind a child to somebody', async () => {
  const guardian = await guardianOn(authority, makeDevice());
  const issued = await askChallenge(authority, familyBody(guardian, officer));
  await sendAll(authority, issued, { kin: packKin(kinOf(addWard(authority, '2020-01-01'))) });
  expect(await signInOver(issued.claims.challengeId)).toEqual(nothing);
  expect(authority.ports().store.samples.of(issued.claims.challengeId)).toHaveLength(4);
});

it('nor to end what a ward has, over a card that the BFF brings', async () => {
  const ward = addWard(authority, '1956-03-04', 2);
  const card = issueCard({ ...ward, validUntil: 'long-term' });
  const kin = kinOf(ward, {
    document: 'card',
    documentNumber: '',
    relation: 'parent',
    ward: card,
    consents: shownToday,
  });
  const { delegation } = await bind(authority, await guardianOn(authority, makeDevice()), officer, kin, {
    grown: true,
  });
  expect(delegation).toBeDefined();
  const { credential: _, ...body } = raiseBody('', officer, { ceremony: 'revoke' });
  const issued = await bringSamples(authority, { ...body, purpose: 'end-family' }, card);
  expect(await signInOver(issued.claims.challengeId)).toEqual(nothing);
});
