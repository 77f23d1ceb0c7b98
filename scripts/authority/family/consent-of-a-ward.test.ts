import { afterEach, beforeEach, expect, it } from 'vitest';
import { shownToday } from '../../../shared/consent/agreed.fixture.ts';
import { hashConsentText } from '../../../shared/consent/hash-consent-text.ts';
import { textsForFamily } from '../../../shared/consent/texts-for-family.ts';
import type { Kin } from '../../../shared/sample/kin.ts';
import { packKin } from '../../../shared/sample/pack-kin.ts';
import { makeDevice } from '../authority.fixture.ts';
import { issueCard, startOfficer, startWithPoints, type WithPoints } from '../raise/raise.fixture.ts';
import { addWard, bind, guardianOn, kinOf } from './family.fixture.ts';

let points: WithPoints;
beforeEach(async () => {
  points = startWithPoints();
  await points.addPoint('north');
});
afterEach(() => points.authority.stop());

/** Somebody grown, by card. */
function grownWard(): Kin {
  const ward = addWard(points.authority, '1950-05-05');
  const card = issueCard({ ...ward, validUntil: '2040-01-01' });
  return kinOf(ward, {
    ...{ document: 'card', documentNumber: '', relation: 'parent', ward: card },
    consents: shownToday,
  });
}

it('in which words a ward agreed to the face that is enrolled stands with it', async () => {
  const { authority } = points;
  const officer = await startOfficer(points, 'north');
  const guardian = await guardianOn(authority, makeDevice());
  const { credential, outcome } = await bind(authority, guardian, officer, grownWard(), { grown: true });
  expect(outcome).toBe('pass');
  const hash = hashConsentText(textsForFamily.kin.phone, 'zh');
  const day = expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/);
  expect(authority.ports().store.consents.of(credential ?? '')).toEqual([
    { ...shownToday, form: 'kin', subject: 'face', hash, day },
  ]);
});

it('nobody packs a ward who agreed to words that nobody is asked in', () => {
  for (const version of ['2026-11-29', '2999-01-01'])
    expect(() => packKin({ ...grownWard(), consents: { version, language: 'zh' } })).toThrow(RangeError);
});
