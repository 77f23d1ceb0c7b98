import { beforeEach, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { type Authority, enrol } from '../authority.fixture.ts';
import {
  flaggedSerial,
  issueCard,
  levelOf,
  raise,
  startOfficer,
  startWithPoints,
  type WithPoints,
} from './raise.fixture.ts';

let points: WithPoints;
let authority: Authority;
let handle: string;

/** A raise that waits for another officer, and its case. */
beforeEach(async () => {
  points = startWithPoints();
  ({ authority } = points);
  await points.addPoint('north');
  const officer = await startOfficer(points, 'north');
  handle = await enrol(authority);
  await raise(authority, handle, officer, { card: issueCard({}, flaggedSerial) });
  return () => authority.stop();
});

async function seenAfter(time: number) {
  authority.clock.at += time;
  const colleague = await startOfficer(points, 'north');
  return { colleague, cases: (await colleague.reviews()).cases };
}

/** Whether the BFF is told that something of the credential waits, of what has changed since; nothing where it has not changed. */
async function listed(after?: string) {
  const url = after === undefined ? '/v1/credentials' : `/v1/credentials?after=${after}`;
  const { credentials, cursor } = (await authority.call({ method: 'GET', url })).json();
  const found = credentials.find((each: { handle: string }) => each.handle === handle);
  return { inReview: found && found.inReview === true, cursor };
}

it('that it waits is told to the BFF until it is closed, and a contest at once', async () => {
  const { inReview, cursor } = await listed();
  expect(inReview).toBe(true);
  const { colleague, cases } = await seenAfter(60_000);
  await colleague.review(cases[0].caseId, { outcome: 'contest', doubt: 'face-differs' });
  expect((await listed(cursor)).inReview).toBe(false);
});

it('that nobody decided is told with the whole list', async () => {
  authority.clock.at += limits.reviewLifetime;
  expect((await listed()).inReview).toBe(false);
});

it('a case that nobody decided within its month is closed as it stands: nobody makes it strict later', async () => {
  const { cases: before } = await seenAfter(limits.reviewLifetime - 60_000);
  expect(before).toHaveLength(1);
  const { colleague, cases } = await seenAfter(60_000);
  expect(cases).toEqual([]);
  const late = colleague.review(before[0].caseId, { outcome: 'confirm' });
  await expect(late).rejects.toThrow('review-over');
  expect(levelOf(authority, handle)).toBe('basic');
});

it('what was raised and has to be looked at again waits for as long as it takes', async () => {
  const { colleague, cases } = await seenAfter(60_000);
  await colleague.review(cases[0].caseId, { outcome: 'confirm' });
  authority.clock.at += limits.reviewLifetime;
  await points.administer('raised/review', { pointId: 'acp_north' });
  const later = await seenAfter(limits.reviewLifetime);
  expect(later.cases).toMatchObject([{ cause: 'revoked' }]);
});
