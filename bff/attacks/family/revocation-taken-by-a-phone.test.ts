import { expect, it } from 'vitest';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { openRaiseCall } from '../../../shared/contract/raise/01-open.ts';
import { officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('no phone takes the session of somebody who revokes at a desk, nor asks a challenge of it', async () => {
  const officer = await officerAt(world);
  const body = { ceremony: 'revoke' as const };
  const opened = await officer.browser.call(openRaiseCall, {}, { body });
  const phone = await world.citizen();
  await expect(claim(phone.holder, officer.code(opened))).rejects.toThrow();
  const view = await officer.view(opened.sessionId);
  expect(view.state).toBe('claimed');
  const asked = { consent: { face: true, voice: false } };
  const answer = await phone.ask('POST', `/holder/v1/sessions/${opened.sessionId}/challenge`, {
    body: asked,
  });
  expect(answer.status).not.toBe(201);
});
