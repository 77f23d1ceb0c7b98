import { expect, it } from 'vitest';
import { challenged, sealedFace } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a face that was taken cannot be replaced by a better one, from anywhere', async () => {
  const { phone, sessionId, face, checked } = await challenged(world);
  const second = await sealedFace(phone, checked);
  expect(await phone.put(sessionId, 'face', face)).toMatchObject({ status: 202 });
  const answer = await phone.put(sessionId, 'face', second);
  expect(answer).toMatchObject({ status: 409, code: 'sample-not-awaited' });
});

it('of two different faces at once, one is taken', async () => {
  const { phone, sessionId, face, checked } = await challenged(world);
  const second = await sealedFace(phone, checked);
  const answers = await Promise.all([face, second].map((each) => phone.put(sessionId, 'face', each)));
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
});
