import { expect, it } from 'vitest';
import { challenged, claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a kind of sample that the challenge does not ask for is refused', async () => {
  const { phone, sessionId, face } = await challenged(world);
  const answer = await phone.put(sessionId, 'identity', face);
  expect(answer).toMatchObject({ status: 409, code: 'sample-not-awaited' });
  expect(await phone.put(sessionId, 'iris', face)).toMatchObject({ status: 400, code: 'request-invalid' });
});

it('a sample before any challenge is refused', async () => {
  const { phone, face } = await challenged(world);
  const { sessionId } = await claimed(world, phone);
  expect(await phone.put(sessionId, 'face', face)).toMatchObject({ status: 409, code: 'step-out-of-order' });
});
