import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { sealAtDesk } from '../../../scripts/stand-ins/officer/seal-card.ts';
import { packKin } from '../../../shared/sample/pack-kin.ts';
import { addWard, atDesk, endOf, grownKin, kinOf, scanned } from '../world/family.fixture.ts';
import { applicant, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('documents that were sealed for one guardian do not open for another', async () => {
  const [officer, first, second] = [await officerAt(world), await applicant(world), await applicant(world)];
  const [mine, theirs] = [await scanned(officer, first), await scanned(officer, second)];
  const told = officer.told(await officer.view(mine));
  const envelope = await sealAtDesk(told, 'kin', packKin(kinOf(addWard(world))));
  const path = `/officer/v1/sessions/${theirs}/samples/kin`;
  const answer = await officer.browser.ask('PUT', path, { body: envelope });
  expect(answer).toMatchObject({ status: 422, body: { code: 'sample-refused' } });
});

it('a grown ward is not registered by papers, nor by the face of the guardian', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const ward = addWard(world, 70);
  const byPapers = await atDesk(officer, who, kinOf(ward));
  await officer.decide(byPapers, yes);
  expect(await endOf(who, byPapers)).toMatchObject({ state: 'failed', hints: ['kin-other-form'] });
  const byCard = await atDesk(officer, who, grownKin(ward), true);
  world.authority.whoStandsThere(who.identity);
  await officer.decide(byCard, yes);
  expect((await endOf(who, byCard)).state).not.toBe('passed');
});

it('nor is anybody who was not asked, or who does not agree', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const sessionId = await atDesk(officer, who, grownKin(addWard(world, 70), { consents: false }), true);
  await officer.decide(sessionId, yes);
  expect(await endOf(who, sessionId)).toMatchObject({ state: 'failed', hints: ['kin-refused'] });
});
