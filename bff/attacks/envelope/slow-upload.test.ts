import { expect, it } from 'vitest';
import { challenged } from '../world/check.fixture.ts';
import { uploadRaw } from '../world/raw-upload.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({
  timeouts: { request: 1000, headers: 500 },
  relaysInFlight: 1,
  mayBeUnavailable: true,
});

it('an upload that stalls is cut, and its place is free for the next phone', async () => {
  const check = await challenged(world);
  const { phone, sessionId, face } = check;
  const length = `content-length: ${face.length}`;
  const answer = await uploadRaw(world, check, [length], Buffer.from(face.subarray(0, 5_000)));
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toContain('"code":"upload-timeout"');
  expect(await phone.put(sessionId, 'face', face)).toMatchObject({ status: 202 });
});

it('an upload that trickles is cut as well', async () => {
  const check = await challenged(world);
  const trickle = Array.from({ length: 40 }, () => [Buffer.alloc(10), 50]).flat();
  const answer = await uploadRaw(world, check, [`content-length: ${check.face.length}`], ...trickle);
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
});
