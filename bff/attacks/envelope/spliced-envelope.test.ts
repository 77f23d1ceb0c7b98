import { expect, it } from 'vitest';
import { challenged, sealedFace } from '../world/check.fixture.ts';
import { joinParts, partsOf } from '../world/chunks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('parts of two genuine envelopes of the same check do not make a third', async () => {
  const { phone, sessionId, checked } = await challenged(world);
  const a = partsOf(await sealedFace(phone, checked, 5));
  const b = partsOf(await sealedFace(phone, checked, 5));
  for (const spliced of [
    joinParts(a.header, a.kem, b.chunks),
    joinParts(a.header, b.kem, a.chunks),
    joinParts(a.header, a.kem, a.chunks.slice(0, -1), b.chunks.slice(-1)),
  ])
    expect(await phone.put(sessionId, 'face', spliced)).toMatchObject({
      status: 422,
      code: 'sample-refused',
    });
});

it('the header of this check over a sample of another is refused', async () => {
  const [here, there] = [await challenged(world), await challenged(world)];
  const moved = joinParts(partsOf(here.face).header, partsOf(there.face).kem, partsOf(there.face).chunks);
  const answer = await here.phone.put(here.sessionId, 'face', moved);
  expect(answer).toMatchObject({ status: 422, code: 'sample-refused' });
});
