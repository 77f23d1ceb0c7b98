import { beforeEach, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { packIdentity } from '../../../shared/sample/pack-identity.ts';
import { type Authority, applyBody, attempt, citizen, enrol, random } from '../authority.fixture.ts';
import { credentialNow } from '../register/credential-standing.ts';
import {
  levelOf,
  type OnShift,
  raise,
  startOfficer,
  startWithPoints,
  type WithPoints,
} from './raise.fixture.ts';

let points: WithPoints;
let authority: Authority;
let officer: OnShift;
let handle: string;

beforeEach(async () => {
  points = startWithPoints();
  ({ authority } = points);
  await points.addPoint('north');
  officer = await startOfficer(points, 'north');
  handle = await enrol(authority);
  await raise(authority, handle, officer);
  return () => authority.stop();
});

/** Another credential of the level that the first one has, as a renewal from the same phone brings it. */
async function renewed(): Promise<string> {
  const { level, credential = '' } = await attempt(authority, applyBody(), {
    identity: packIdentity({ ...citizen, validUntil: '2046-11-21' }),
  });
  expect(level).toBe('strict');
  expect(credential).not.toBe(handle);
  return credential;
}

/** Another credential that is to be strict a day later, as a move to another phone brings it. */
function moved(): string {
  const { store } = authority.ports();
  const before = store.credentials.find(handle) ?? expect.unreachable();
  const strictFrom = authority.clock.at + limits.strictWait;
  const brought = { ...before, handle: newId('crd', random), level: 'basic' as const, strictFrom };
  store.credentials.issue(brought);
  return brought.handle;
}

const underReview = () => points.administer('raised/review', { officerId: officer.officerId });

it('what is put under review is basic where it was renewed meanwhile', async () => {
  const after = await renewed();
  expect(await underReview()).toEqual({ underReview: 1 });
  expect(levelOf(authority, after)).toBe('basic');
});

it('and where it was brought to another phone, also a day later', async () => {
  const after = moved();
  await underReview();
  authority.clock.at += limits.strictWait;
  expect(credentialNow(authority.ports(), after)?.level).toBe('basic');
});

it('a confirmation gives it to nothing but what was raised, and a contest takes it from what was renewed', async () => {
  const colleague = await startOfficer(points, 'north');
  const after = await renewed();
  const { store } = authority.ports();
  const [found] = store.cases.raisedBy({ officerId: officer.officerId }, { most: 1, before: undefined });
  const caseId = found?.id ?? '';
  store.cases.reopen(caseId, 'drawn');
  await colleague.review(caseId, { outcome: 'contest', doubt: 'face-differs' });
  expect(levelOf(authority, after)).toBe('basic');
  store.cases.reopen(caseId, 'drawn');
  await (await startOfficer(points, 'north')).review(caseId, { outcome: 'confirm' });
  expect(levelOf(authority, after)).toBe('basic');
});

it('what another officer has raised since stays strict', async () => {
  const colleague = await startOfficer(points, 'north');
  const after = await renewed();
  authority.clock.at += 1000;
  await raise(authority, after, colleague);
  await underReview();
  expect(levelOf(authority, after)).toBe('strict');
});
