import { expect, it } from 'vitest';
import { challenged, sealedFace } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a face that another device sealed for this very challenge is refused', async () => {
  const { phone, sessionId, checked, face } = await challenged(world);
  const foreign = await sealedFace(await world.phone(), checked);
  expect(await phone.put(sessionId, 'face', foreign)).toMatchObject({ status: 422, code: 'sample-refused' });
  expect(await phone.put(sessionId, 'face', face)).toMatchObject({ status: 202 });
});
