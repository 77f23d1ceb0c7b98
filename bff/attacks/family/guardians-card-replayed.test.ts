import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { sealCard } from '../../../scripts/stand-ins/officer/seal-card.ts';
import { addWard, atDesk, endOf, kinOf, scanned } from '../world/family.fixture.ts';
import { applicant, cardOf, lookedAt, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a card that was sealed for the guardian’s own raise, or for an earlier binding, binds nobody later', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const raise = await lookedAt(officer, who);
  const raised = await sealCard(officer.told(await officer.view(raise.sessionId)), cardOf(who));
  await officer.end(raise.sessionId);
  const first = await scanned(officer, who);
  const bound = await sealCard(officer.told(await officer.view(first)), cardOf(who));
  await officer.end(first);
  const path = `/officer/v1/sessions/${await scanned(officer, who)}/samples/card`;
  for (const body of [raised, bound])
    expect(await officer.browser.ask('PUT', path, { body })).toMatchObject({
      ...{ status: 422, body: { code: 'sample-refused' } },
    });
});

it('nor does one that took the place of the card over which the officer decided', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const sessionId = await atDesk(officer, who, kinOf(addWard(world)));
  const { ceremony, options } = await officer.begin(sessionId, yes);
  const { challengeId } = officer.told(await officer.view(sessionId)).claims;
  world.authority.swapSample(challengeId, 'card');
  const body = { ceremony, assertion: officer.passkey.sign(officer.asked(options)) };
  const answer = await officer.browser.ask('POST', `/officer/v1/sessions/${sessionId}/decision`, { body });
  expect(answer).toMatchObject({ status: 409, body: { code: 'decision-changed' } });
});

it('an honest card binds', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const sessionId = await atDesk(officer, who, kinOf(addWard(world)));
  await officer.decide(sessionId, yes);
  expect((await endOf(who, sessionId)).state).toBe('passed');
});
