import { expect, it } from 'vitest';
import { sealCard } from '../../../scripts/stand-ins/officer/seal-card.ts';
import { applicant, cardOf, lookedAt, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a card that was sealed for one session does not open in another', async () => {
  const [officer, who, later] = [await officerAt(world), await applicant(world), await applicant(world)];
  const [first, second] = [await lookedAt(officer, who), await lookedAt(officer, later)];
  const envelope = await sealCard(officer.told(await officer.view(first.sessionId)), cardOf(who));
  const path = `/officer/v1/sessions/${second.sessionId}/samples/card`;
  const answer = await officer.browser.ask('PUT', path, { body: envelope });
  expect(answer).toMatchObject({ status: 422, body: { code: 'sample-refused' } });
});

it('nor one that another browser sealed, also of the same officer', async () => {
  const [officer, colleague, who] = [await officerAt(world), await officerAt(world), await applicant(world)];
  const { sessionId } = await lookedAt(officer, who);
  const told = officer.told(await officer.view(sessionId));
  const foreign = { ...told, claims: { ...told.claims, deviceThumbprint: colleague.browser.thumbprint } };
  const path = `/officer/v1/sessions/${sessionId}/samples/card`;
  const answer = await officer.browser.ask('PUT', path, { body: await sealCard(foreign, cardOf(who)) });
  expect(answer).toMatchObject({ status: 422, body: { code: 'sample-refused' } });
});

it('and the holder’s phone brings no card', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const { sessionId } = await lookedAt(officer, who);
  const envelope = await sealCard(officer.told(await officer.view(sessionId)), cardOf(who));
  expect(await who.phone.put(sessionId, 'card', envelope)).toMatchObject({ code: 'not-found' });
});
