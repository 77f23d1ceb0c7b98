import { afterAll, expect, it } from 'vitest';
import { enrol } from '../../../scripts/authority/authority.fixture.ts';
import {
  flaggedSerial,
  issueCard,
  levelOf,
  raise,
  startOfficer,
  startWithPoints,
} from '../../../scripts/authority/raise/raise.fixture.ts';
import { signInAtPage } from '../world/page-sign-in.fixture.ts';

const points = startWithPoints();
const { authority } = points;
afterAll(() => authority.stop());
await points.addPoint('north');

it('an officer who only signs in is not had to confirm a case that waits', async () => {
  const [first, reviewer] = [await startOfficer(points, 'north'), await startOfficer(points, 'north')];
  const handle = await enrol(authority);
  await raise(authority, handle, first, { card: issueCard({}, flaggedSerial) });
  const [{ caseId }] = (await reviewer.reviews()).cases;
  const review = { outcome: 'confirm' };
  const begin = () => reviewer.call(`reviews/${caseId}/begin`, { shiftId: reviewer.shiftId, review });
  expect(await signInAtPage(points, reviewer, begin)).toEqual({
    ...{ refused: 'asked-to-sign-another', signed: [] },
  });
  expect(levelOf(authority, handle)).toBe('basic');
});
