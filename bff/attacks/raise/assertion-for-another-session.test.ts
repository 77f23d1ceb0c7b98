import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { applicant, carded, levelOn, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('what an officer signed for one holder raises no other', async () => {
  const [officer, first, second] = [await officerAt(world), await applicant(world), await applicant(world)];
  const [own, other] = [await carded(officer, first), await carded(officer, second)];
  const { ceremony, options } = await officer.begin(own, yes);
  const body = { ceremony, assertion: officer.passkey.sign(officer.asked(options)) };
  const answer = await officer.browser.ask('POST', `/officer/v1/sessions/${other}/decision`, { body });
  expect(answer).toMatchObject({ status: 401, body: { code: 'passkey-refused' } });
  expect(await levelOn(second)).toBe('basic');
});
