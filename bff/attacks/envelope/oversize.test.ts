import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { challenged } from '../world/check.fixture.ts';
import { uploadRaw } from '../world/raw-upload.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([limits.sampleEnvelope + 1, 9_999_999_999])(
  'an upload that announces %i bytes is refused before one of them is read',
  async (length) => {
    const answer = await uploadRaw(world, await challenged(world), [`content-length: ${length}`]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"body-too-large"');
  },
);

it('an upload that is too small to be an envelope is refused', async () => {
  const { phone, sessionId } = await challenged(world);
  const answer = await phone.put(sessionId, 'face', new Uint8Array(limits.sampleEnvelopeMin - 1));
  expect(answer).toMatchObject({ status: 400, code: 'body-too-small' });
});
