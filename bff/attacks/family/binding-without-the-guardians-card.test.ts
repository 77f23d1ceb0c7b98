import { expect, it } from 'vitest';
import { listDelegations } from '../../../miniprogram/src/family/list-delegations.ts';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { sealAtDesk, sealCard } from '../../../scripts/stand-ins/officer/seal-card.ts';
import { packKin } from '../../../shared/sample/pack-kin.ts';
import { addWard, kinOf, scanned } from '../world/family.fixture.ts';
import { applicant, cardOf, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('there is nothing to sign before the guardian’s card has come', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const sessionId = await scanned(officer, who);
  await officer.bringKin(sessionId, kinOf(addWard(world)));
  expect((await officer.view(sessionId)).awaited).toEqual(['card', 'officer-decision']);
  await expect(officer.begin(sessionId, yes)).rejects.toMatchObject({ code: 'step-out-of-order' });
  const { phone } = who;
  expect((await listDelegations(phone.holder)).delegations).toEqual([]);
});

it('the guardian’s phone brings no card, and what shows the ward is none', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const sessionId = await scanned(officer, who);
  const told = officer.told(await officer.view(sessionId));
  const envelope = await sealCard(told, cardOf(who));
  expect(await who.phone.put(sessionId, 'card', envelope)).toMatchObject({ code: 'not-found' });
  const asCard = await sealAtDesk(told, 'kin', packKin(kinOf(addWard(world))));
  const path = `/officer/v1/sessions/${sessionId}/samples/card`;
  expect(await officer.browser.ask('PUT', path, { body: asCard })).toMatchObject({
    ...{ status: 422, body: { code: 'sample-refused' } },
  });
});
