import { expect, it } from 'vitest';
import { stateConsent } from '../../../miniprogram/src/holder/state-consent.ts';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { openRaiseCall } from '../../../shared/contract/raise/01-open.ts';
import { officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('no phone takes the session of somebody who revokes at a desk, nor asks a challenge of it', async () => {
  const officer = await officerAt(world);
  const opened = await officer.browser.call(openRaiseCall, {}, { body: { ceremony: 'revoke' } });
  const phone = await world.citizen();
  const ask = (sessionId: string) =>
    phone.ask('POST', `/holder/v1/sessions/${sessionId}/challenge`, {
      body: { consent: stateConsent(phone.holder, { face: true, voice: false }) },
      headers: { 'idempotency-key': `"${sessionId.slice(4)}"` },
    });
  // No code stands for it.
  await expect(claim(phone.holder, officer.code(opened))).rejects.toMatchObject({ code: 'code-forged' });
  expect((await officer.view(opened.sessionId)).state).toBe('claimed');
  expect(await ask(opened.sessionId)).toMatchObject({ status: 404, code: 'not-found' });
  // The control: what the same officer opens for a phone.
  const raise = await claim(phone.holder, officer.code(await officer.open()));
  expect(await ask(raise.id)).toMatchObject({ status: 201 });
});
