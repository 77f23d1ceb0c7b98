import { expect, it } from 'vitest';
import { challenged } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a sample in plain is refused', async () => {
  const { phone, sessionId } = await challenged(world);
  for (const plain of [new Uint8Array(20_000).fill(7), new Uint8Array(20_000)])
    expect(await phone.put(sessionId, 'face', plain)).toMatchObject({ status: 422, code: 'sample-refused' });
});
