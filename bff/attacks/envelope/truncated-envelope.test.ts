import { expect, it } from 'vitest';
import { challenged, sealedFace } from '../world/check.fixture.ts';
import { joinParts, partsOf } from '../world/chunks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an envelope without its last byte, its last chunk or its first one is refused', async () => {
  const { phone, sessionId, checked } = await challenged(world);
  const whole = await sealedFace(phone, checked, 5);
  const { header, kem, chunks } = partsOf(whole);
  expect(chunks.length).toBeGreaterThan(2);
  for (const cut of [
    whole.slice(0, -1),
    joinParts(header, kem, chunks.slice(0, -1)),
    joinParts(header, kem, chunks.slice(1)),
  ])
    expect(await phone.put(sessionId, 'face', cut)).toMatchObject({ status: 422, code: 'sample-refused' });
  expect(await phone.put(sessionId, 'face', whole)).toMatchObject({ status: 202 });
});
