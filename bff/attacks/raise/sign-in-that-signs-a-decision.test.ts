import { afterAll, expect, it } from 'vitest';
import { askChallenge, enrol, sendAll } from '../../../scripts/authority/authority.fixture.ts';
import {
  bringSamples,
  levelOf,
  raiseBody,
  startOfficer,
  startWithPoints,
  yes,
} from '../../../scripts/authority/raise/raise.fixture.ts';
import { asId } from '../../../shared/ids.ts';
import { signInAtPage } from '../world/page-sign-in.fixture.ts';

const points = startWithPoints();
const { authority } = points;
afterAll(() => authority.stop());
await points.addPoint('north');
const [officer, colleague] = [await startOfficer(points, 'north'), await startOfficer(points, 'north')];
const nothing = { refused: 'asked-to-sign-another', signed: [] };

it('an officer who only signs in is not had to sign a yes that they never saw', async () => {
  const handle = await enrol(authority);
  const { claims } = await bringSamples(authority, raiseBody(handle, officer));
  const path = `challenges/${claims.challengeId}/officer-decision/begin`;
  // The BFF says that the shift is over, and answers the sign-in with what it has begun a decision with.
  const begin = () => officer.call(path, { shiftId: officer.shiftId, decision: yes });
  expect(await signInAtPage(points, officer, begin)).toEqual(nothing);
  expect(levelOf(authority, handle)).toBe('basic');
});

it('nor is a second officer, who is called to look for themselves', async () => {
  const handle = await enrol(authority);
  const body = raiseBody(handle, officer, { exception: 'no-face', consent: { face: true, voice: false } });
  const issued = await askChallenge(authority, body);
  await sendAll(authority, issued);
  const { challengeId } = issued.claims;
  const decision = { ...yes, exception: 'no-face' } as const;
  expect(await officer.decide(challengeId, decision)).toMatchObject({ secondNeeded: true });
  const begin = () =>
    colleague.call(`challenges/${challengeId}/officer-decision/begin`, {
      ...{ shiftId: colleague.shiftId, decision },
    });
  const first = { officerId: asId('off', officer.officerId) };
  expect(await signInAtPage(points, colleague, begin, first)).toEqual(nothing);
  expect(levelOf(authority, handle)).toBe('basic');
});
