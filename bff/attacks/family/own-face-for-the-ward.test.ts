import { expect, it } from 'vitest';
import { sealedFace } from '../world/check.fixture.ts';
import { endOf, forWard, guardianOf } from '../world/family.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the guardian’s own face is not the ward’s, though guardian and ward are one family', async () => {
  const guardian = await guardianOf(world);
  const check = await forWard(world, guardian, guardian.delegation.delegationId);
  world.authority.whoStandsThere(guardian.identity);
  await guardian.phone.put(check.sessionId, 'face', await sealedFace(guardian.phone, check.checked));
  expect((await endOf(guardian, check.sessionId)).state).toBe('failed');
  expect(await world.hotel.view(check.sessionId)).toMatchObject({ state: 'failed' });

  const again = await forWard(world, guardian, guardian.delegation.delegationId);
  world.authority.whoStandsThere(guardian.ward);
  await guardian.phone.put(again.sessionId, 'face', await sealedFace(guardian.phone, again.checked));
  expect((await endOf(guardian, again.sessionId)).state).toBe('passed');
});
