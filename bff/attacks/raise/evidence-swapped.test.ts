import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { applicant, carded, cardOf, levelOn, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a card that took the place of the one that the officer decided over makes the signature void', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const sessionId = await carded(officer, who);
  const { ceremony, options } = await officer.begin(sessionId, yes);
  const { challengeId } = officer.told(await officer.view(sessionId)).claims;
  world.authority.swapSample(challengeId, 'card');
  const body = { ceremony, assertion: officer.passkey.sign(officer.asked(options)) };
  const answer = await officer.browser.ask('POST', `/officer/v1/sessions/${sessionId}/decision`, { body });
  expect(answer).toMatchObject({ status: 409, body: { code: 'decision-changed' } });
  expect(await levelOn(who)).toBe('basic');
});

it('and no second card is taken beside the first', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const sessionId = await carded(officer, who);
  await expect(officer.bringCard(sessionId, cardOf(who))).rejects.toThrow('sample-not-awaited');
});
