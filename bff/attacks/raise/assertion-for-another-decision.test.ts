import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { applicant, carded, endOf, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const no = { outcome: 'refuse', cardGenuine: true, faceUnnatural: true, doubt: 'face-covered' } as const;

it('what an officer signed as a refusal is taken for no pass that somebody began beside it', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const sessionId = await carded(officer, who);
  const [refusal, pass] = [await officer.begin(sessionId, no), await officer.begin(sessionId, yes)];
  const path = `/officer/v1/sessions/${sessionId}/decision`;
  const assertion = officer.passkey.sign(officer.asked(refusal.options));
  const swapped = await officer.browser.ask('POST', path, { body: { ceremony: pass.ceremony, assertion } });
  expect(swapped).toMatchObject({ status: 401, body: { code: 'passkey-refused' } });
  await officer.decide(sessionId, no);
  expect(await endOf(who, sessionId)).toBe('failed');
});
