import { expect, it } from 'vitest';
import { challenged } from '../world/check.fixture.ts';
import { partsOf } from '../world/chunks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an envelope with one bit changed, wherever it is, is refused', async () => {
  const { phone, sessionId, face } = await challenged(world);
  const { header, kem } = partsOf(face);
  const body = header.length + kem.length;
  for (const at of [0, 4, 6, 8, 60, header.length - 1, header.length, body - 1, body, face.length - 1]) {
    const changed = face.with(at, (face[at] ?? 0) ^ 1);
    expect(await phone.put(sessionId, 'face', changed)).toMatchObject({
      status: 422,
      code: 'sample-refused',
    });
  }
  expect(await phone.put(sessionId, 'face', face)).toMatchObject({ status: 202 });
});
