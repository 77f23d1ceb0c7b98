import { beforeEach, expect, it } from 'vitest';
import { asId, newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { referenceOf } from '../../../shared/reference.ts';
import { random } from '../authority.fixture.ts';
import { stillWaits } from '../officers/still-waits.ts';
import { waitingAs, waitingFor } from '../officers/waiting-for.ts';
import type { Case } from '../ports/officers.ts';
import { type OnShift, startOfficer, startWithPoints, type WithPoints, yes } from './raise.fixture.ts';

let points: WithPoints;
let reviewer: OnShift;
const other = newId('off', random);

beforeEach(async () => {
  points = startWithPoints();
  await points.addPoint('north');
  await points.addPoint('south');
  reviewer = await startOfficer(points, 'north');
  return () => points.authority.stop();
});

/** A case of another officer's that waits. */
function waits(cause: Case['waitsFor'], changes: Partial<Case> = {}): Case {
  const { store } = points.authority.ports();
  const at = points.authority.clock.at;
  const word = { officerId: other, shiftId: newId('shf', random), passkeyId: 'p', at, decision: yes };
  const added: Case = {
    ...{ id: newId('cas', random), sessionId: newId('ses', random), credential: newId('crd', random) },
    ...{ person: 'anna', pointId: asId('acp', 'acp_south'), words: [word], cardRead: 'chip', evidence: [] },
    ...{ at, state: cause === 'drawn' ? 'raised' : 'in-review', waitsFor: cause },
    ...changes,
  };
  store.cases.add(added);
  return added;
}
const here = asId('acp', 'acp_north');
const found = (reference: string) => reviewer.findReview(reference);

it('for whom somebody waits comes before what was drawn, the own point first, and the oldest first', async () => {
  const { at } = points.authority.clock;
  const order = [
    waits('asked', { pointId: here, at: at - 5 }),
    waits('flagged', { pointId: here, at: at - 4 }),
    waits('revoked', { at: at - 20 }),
    waits('asked', { at: at - 3 }),
    waits('drawn', { pointId: here, at: at - 2 }),
    waits('drawn', { at: at - 30 }),
  ];
  const { cases, next } = await reviewer.reviews();
  expect(cases.map(({ caseId }: { caseId: string }) => caseId)).toEqual(order.map(({ id }) => id));
  expect(next).toBeUndefined();
});

it('all come by pages, each once, and none of one’s own among them', async () => {
  const { officerId } = reviewer;
  const at = points.authority.clock.at;
  for (let n = 0; n < limits.reviewsPerPage + 3; n++) waits(n % 2 === 0 ? 'asked' : 'drawn', { at: at - 7 });
  const own = { officerId: asId('off', officerId), shiftId: newId('shf', random), passkeyId: 'p', at };
  for (let n = 0; n < 4; n++) waits('asked', { words: [{ ...own, decision: yes }], pointId: here });
  const first = await reviewer.reviews();
  expect(first.cases).toHaveLength(limits.reviewsPerPage);
  const rest = await reviewer.reviews(first.next);
  expect(rest.next).toBeUndefined();
  const ids = [...first.cases, ...rest.cases].map(({ caseId }) => caseId);
  expect(new Set(ids).size).toBe(limits.reviewsPerPage + 3);
});

it('one is found by the name that its holder says, and not by who decided it', async () => {
  for (let n = 0; n < limits.reviewsPerPage + 1; n++) waits('asked');
  const { id, sessionId } = waits('drawn');
  const reference = referenceOf(sessionId);
  expect((await found(reference)).cases).toMatchObject([{ caseId: id, reference, cause: 'drawn' }]);
  const at = points.authority.clock.at;
  const word = {
    officerId: asId('off', reviewer.officerId),
    shiftId: newId('shf', random),
    passkeyId: 'p',
    at,
  };
  const own = waits('asked', { words: [{ ...word, decision: yes }] });
  expect((await found(referenceOf(own.sessionId))).cases).toEqual([]);
  expect((await found('000-000')).cases).toEqual([]);
});

it.each([
  ['asked', limits.reviewLifetime],
  ['flagged', limits.reviewLifetime],
  ['drawn', limits.drawnReviewLifetime],
] as const)('one that is %s lapses when nobody has decided it in time', async (cause, lifetime) => {
  const { id, sessionId, at } = waits(cause);
  const ports = points.authority.ports();
  const officer = ports.store.officers.find(reviewer.officerId) ?? expect.unreachable();
  const found = ports.store.cases.find(id) ?? expect.unreachable();
  const seen = () => [
    waitingFor(ports, officer, { most: 9 }).cases.length,
    waitingAs(ports, officer, referenceOf(sessionId)).length,
    stillWaits(ports, found),
  ];
  points.authority.clock.at = at + lifetime - 1;
  expect(seen()).toEqual([1, 1, true]);
  points.authority.clock.at = at + lifetime;
  expect(seen()).toEqual([0, 0, false]);
});

it('who has raised all that one may in a day confirms nothing more, and what was confirmed counts', async () => {
  for (let n = 0; n < limits.raisesPerOfficerDay - 1; n++)
    points.authority.ports().store.cases.settle(waits('asked').id, {
      ...{ state: 'raised', by: asId('off', reviewer.officerId), passkeyId: 'p' },
      at: points.authority.clock.at,
    });
  await reviewer.review(waits('asked').id, { outcome: 'confirm' });
  const more = waits('asked');
  await expect(reviewer.review(more.id, { outcome: 'confirm' })).rejects.toThrow('officer-cap-reached');
  await reviewer.review(more.id, { outcome: 'contest', doubt: 'face-differs' });
});
