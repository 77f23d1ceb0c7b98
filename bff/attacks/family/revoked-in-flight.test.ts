import { expect, it } from 'vitest';
import { endDelegation } from '../../../miniprogram/src/family/change-delegation.ts';
import { sealedFace } from '../world/check.fixture.ts';
import { endOf, forWard, guardianOf } from '../world/family.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a delegation that its guardian ends while the face is looked at lets nobody pass', async () => {
  const guardian = await guardianOf(world);
  const { sessionId, checked } = await forWard(world, guardian, guardian.delegation.delegationId);
  const go = world.authority.holdNextDecision();
  await guardian.phone.put(sessionId, 'face', await sealedFace(guardian.phone, checked));
  await world.untilDeciding();
  await endDelegation(guardian.phone.holder, guardian.delegation.delegationId);
  go();
  expect((await endOf(guardian, sessionId)).state).toBe('failed');
});

it('nor one that is ended at the authority’s desk, of which the BFF has heard nothing', async () => {
  const guardian = await guardianOf(world);
  const { sessionId, checked } = await forWard(world, guardian, guardian.delegation.delegationId);
  const { name, idNumber } = guardian.ward;
  expect(await world.authority.administer('delegations/end', { legalName: name, idNumber })).toEqual({
    ended: 1,
  });
  await guardian.phone.put(sessionId, 'face', await sealedFace(guardian.phone, checked));
  expect((await endOf(guardian, sessionId)).state).toBe('failed');
});

it('nor one that was taken back with its officer, though somebody else answers for the same ward still', async () => {
  const guardian = await guardianOf(world);
  const other = await guardianOf(world, { ward: guardian.ward });
  const check = await forWard(world, guardian, guardian.delegation.delegationId);
  const { officerId } = guardian.officer;
  expect(await world.authority.administer('delegations/end', { officerId })).toEqual({ ended: 1 });
  await guardian.phone.put(check.sessionId, 'face', await sealedFace(guardian.phone, check.checked));
  expect((await endOf(guardian, check.sessionId)).state).toBe('failed');
  const still = await forWard(world, other, other.delegation.delegationId);
  await other.phone.put(still.sessionId, 'face', await sealedFace(other.phone, still.checked));
  expect((await endOf(other, still.sessionId)).state).toBe('passed');
});
