import { expect, it } from 'vitest';
import { challenged } from '../world/check.fixture.ts';
import { uploadRaw } from '../world/raw-upload.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an upload without a length is refused', async () => {
  const answer = await uploadRaw(world, await challenged(world), ['connection: close']);
  expect(answer).toMatch(/^HTTP\/1\.1 411 /);
  expect(answer).toContain('"code":"length-required"');
});
