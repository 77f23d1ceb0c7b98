import { expect, it } from 'vitest';
import { listDelegations } from '../../../miniprogram/src/family/list-delegations.ts';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import * as limits from '../../../shared/limits.ts';
import { addWard, atDesk, endOf, kinOf } from '../world/family.fixture.ts';
import { applicant, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a sixth family member is refused at the desk, whatever the BFF has counted', async () => {
  const [who, officer] = [await applicant(world), await officerAt(world)];
  const bind = async () => {
    const sessionId = await atDesk(officer, who, kinOf(addWard(world)));
    await officer.decide(sessionId, yes);
    return endOf(who, sessionId);
  };
  for (let n = 0; n < limits.wardsPerGuardian; n++) expect((await bind()).state).toBe('passed');
  await world.ports.db.write([{ sql: 'delete from delegations', params: {} }]);
  expect(await bind()).toMatchObject({ state: 'failed', hints: ['family-full'] });
  expect((await listDelegations(who.phone.holder)).delegations).toEqual([]);
});
