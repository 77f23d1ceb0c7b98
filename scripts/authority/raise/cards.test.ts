import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { packIdentity } from '../../../shared/sample/pack-identity.ts';
import { type Authority, applyBody, attempt } from '../authority.fixture.ts';
import { readCards } from '../register/read-cards.ts';
import { testHolders } from '../register/test-holders.ts';
import { levelOf, type OnShift, raise, startOfficer, startWithPoints } from './raise.fixture.ts';

const { issuer, cards } = readCards(join(import.meta.dirname, '..', '..', 'people', 'cards.json'));

let authority: Authority;
let officer: OnShift;

beforeEach(async () => {
  const points = startWithPoints({ cardIssuer: issuer });
  ({ authority } = points);
  await points.addPoint('north');
  officer = await startOfficer(points, 'north');
  return () => authority.stop();
});

/** Somebody applies as that test holder. */
async function applyAs(outcome: 'pass' | 'fail'): Promise<string> {
  const holder = testHolders.find((each) => each.outcome === outcome);
  if (holder === undefined) throw new Error('no such test holder');
  const { name, idNumber } = holder;
  const identity = packIdentity({ name, idNumber, validUntil: 'long-term' });
  const { credential } = await attempt(authority, applyBody({ applicant: 'a'.repeat(43) }), { identity });
  if (credential === undefined) throw new Error('not enrolled');
  return credential;
}

const cardOf = (id: string) => {
  const found = cards.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no card ${id}`);
  return found.card;
};

it.each([
  ['pass', 'pass', 'pass', 'strict'],
  ['fail', 'face-differs', 'fail', 'basic'],
  ['pass', 'forged', 'fail', 'basic'],
  ['pass', 'expired', 'fail', 'basic'],
  ['pass', 'flagged', 'review', 'basic'],
  ['pass', 'name-differs', 'fail', 'basic'],
] as const)('the test holder %s with the card %s: %s, %s', async (outcome, id, expected, level) => {
  const handle = await applyAs(outcome);
  expect((await raise(authority, handle, officer, { card: cardOf(id) })).outcome).toBe(expected);
  expect(levelOf(authority, handle)).toBe(level);
});

it('every synthetic citizen has a card', () => {
  expect(cards.filter(({ id }) => /^p[0-9]{2}$/.test(id))).toHaveLength(14);
});
