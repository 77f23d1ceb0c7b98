import { request } from 'node:http';
import { expect, it } from 'vitest';
import { send } from '../world/answers.fixture.ts';
import { metricsToken } from '../world/bff.fixture.ts';
import { type Challenged, challenged } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ relaysInFlight: 3, mayBeUnavailable: true });

/** Begins an upload and answers how to end it. */
function begin({ phone, sessionId, face }: Challenged): () => Promise<number> {
  const path = `/holder/v1/sessions/${sessionId}/samples/face`;
  const own = { 'content-type': 'application/octet-stream', 'content-length': face.length };
  const headers = { ...phone.headers('PUT', path), ...phone.wordFor(path, face), ...own };
  const upload = request(world.url + path, { method: 'PUT', headers });
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  upload.on('response', (answer) => resolve(answer.resume().statusCode ?? 0)).on('error', reject);
  upload.write(face.subarray(0, 9_000));
  return () => {
    upload.end(face.subarray(9_000));
    return promise;
  };
}

it('uploads beyond what fits are sent away at once, and told when to come back', async () => {
  const inTime = [await challenged(world), await challenged(world), await challenged(world)];
  const late = await challenged(world);
  const finish = inTime.map(begin);
  const figures = { headers: { authorization: `Bearer ${metricsToken}` } };
  const inFlight = async () => String((await send(`${world.url}/metrics`, figures)).body);
  await expect.poll(inFlight, { timeout: 5_000 }).toContain('lz_relays_in_flight 3');
  const sentAway = await late.phone.put(late.sessionId, 'face', late.face);
  expect(sentAway).toMatchObject({ status: 503, code: 'relay-busy' });
  expect(sentAway.headers['retry-after']).toBe('1');
  expect(await Promise.all(finish.map((end) => end()))).toEqual([202, 202, 202]);
  expect(await late.phone.put(late.sessionId, 'face', late.face)).toMatchObject({ status: 202 });
});
