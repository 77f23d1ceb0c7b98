import { expect, it } from 'vitest';
import { challenged } from '../world/check.fixture.ts';
import { joinParts, partsOf } from '../world/chunks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an envelope with a byte, a chunk or another envelope behind it is refused', async () => {
  const { phone, sessionId, face, voice } = await challenged(world);
  for (const tail of [Uint8Array.of(0), ...partsOf(face).chunks, voice]) {
    const longer = joinParts(face, tail);
    expect(await phone.put(sessionId, 'face', longer)).toMatchObject({ status: 422, code: 'sample-refused' });
  }
  expect(await phone.put(sessionId, 'face', face)).toMatchObject({ status: 202 });
});
