import { expect, it } from 'vitest';
import { type Challenged, challenged } from '../world/check.fixture.ts';
import { uploadRaw } from '../world/raw-upload.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

/** One phone that applies sends three samples at once: with fewer places it would have to wait for itself. */
const places = 3;
const world = await startWorld({
  timeouts: { request: 1000, headers: 500 },
  relaysInFlight: places,
  mayBeUnavailable: true,
});

it('uploads that stall are cut, and their places are free for the next phone', async () => {
  const checks: Challenged[] = [];
  for (let n = 0; n < places; n++) checks.push(await challenged(world));
  const answers = await Promise.all(
    checks.map((check) => {
      const { face } = check;
      const begun = Buffer.from(face.subarray(0, 5_000));
      return uploadRaw(world, check, [`content-length: ${face.length}`], begun);
    }),
  );
  for (const answer of answers) {
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"upload-timeout"');
  }
  for (const { phone, sessionId, face } of checks)
    expect(await phone.put(sessionId, 'face', face)).toMatchObject({ status: 202 });
});

it('an upload that trickles is cut as well', async () => {
  const check = await challenged(world);
  const trickle = Array.from({ length: 40 }, () => [Buffer.alloc(10), 50]).flat();
  const answer = await uploadRaw(world, check, [`content-length: ${check.face.length}`], ...trickle);
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
});
