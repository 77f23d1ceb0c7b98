import { afterAll, expect, it } from 'vitest';
import { startOfficer, startWithPoints } from '../../../scripts/authority/raise/raise.fixture.ts';
import { signInAtPage } from '../world/page-sign-in.fixture.ts';

const points = startWithPoints();
afterAll(() => points.authority.stop());
await points.addPoint('north');
const [officer, { key: own }] = [await startOfficer(points, 'north'), await startOfficer(points, 'north')];
const path = 'officers/shifts';

it('no page signs for a shift that is bound to another key than that of its browser', async () => {
  const begin = () => officer.call(`${path}/begin`, { key: own });
  expect(await signInAtPage(points, officer, begin)).toEqual({
    refused: 'asked-to-sign-another',
    signed: [],
  });
});

it('and what was signed for the key of a browser opens a shift for that one, once', async () => {
  const begun: { key: string; ceremony: string }[] = [];
  const signIn = async () => {
    const { signed } = await signInAtPage(points, officer, async (key) => {
      const answer = await officer.call(`${path}/begin`, { key });
      begun.push({ key, ceremony: answer.ceremony });
      return answer;
    });
    return { ...begun.at(-1), assertion: signed[0] };
  };
  await expect(officer.call(path, { ...(await signIn()), key: own })).rejects.toThrow('passkey-refused');
  const given = await signIn();
  expect((await officer.call(path, given)).shift.name).toBe(officer.name);
  await expect(officer.call(path, given)).rejects.toThrow('passkey-refused');
});
