import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { beginShiftCall } from '../../../shared/contract/officer/shift.ts';
import { applicant, carded, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('whoever found an officer’s key and shows neither finger nor PIN opens no shift', async () => {
  const officer = await officerAt(world);
  officer.browser.keep(undefined);
  const { ceremony, options } = await officer.browser.call(beginShiftCall);
  const assertion = officer.passkey.sign({ ...officer.asked(options), verified: false });
  const answer = await officer.browser.ask('POST', '/officer/v1/shifts', { body: { ceremony, assertion } });
  expect(answer).toMatchObject({ status: 401, body: { code: 'passkey-refused' } });
});

it('and decides nothing at a desk that was left open', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const sessionId = await carded(officer, who);
  const path = `/officer/v1/sessions/${sessionId}/decision`;
  const begun = await officer.begin(sessionId, yes);
  const assertion = officer.passkey.sign({ ...officer.asked(begun.options), verified: false });
  const answer = await officer.browser.ask('POST', path, { body: { ceremony: begun.ceremony, assertion } });
  expect(answer).toMatchObject({ status: 401, body: { code: 'passkey-refused' } });
});
