import { expect, it } from 'vitest';
import { challenged } from '../world/check.fixture.ts';
import { uploadRaw } from '../world/raw-upload.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a chunked upload, which has no length until it ends, is refused', async () => {
  const lines = ['transfer-encoding: chunked', 'connection: close'];
  const answer = await uploadRaw(world, await challenged(world), lines, '4\r\nSEAL\r\n0\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 411 /);
  expect(answer).toContain('"code":"length-required"');
});
