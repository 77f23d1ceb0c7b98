import { connect, type Socket } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { send } from '../world/answers.fixture.ts';
import { metricsToken } from '../world/bff.fixture.ts';
import { type Challenged, challenged, checkThrough } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ relaysInFlight: 64, mayBeUnavailable: true });
const sockets: Socket[] = [];
afterAll(() => {
  for (const socket of sockets) socket.destroy();
});

/** Begins an upload with 100 bytes and goes on with a byte now and then; what comes back is collected. */
function trickle({ phone, face }: Challenged, sessionId: string): { told: string } {
  const path = `/holder/v1/sessions/${sessionId}/samples/face`;
  const { authorization, dpop } = phone.headers('PUT', path);
  const head = [
    `PUT ${path} HTTP/1.1`,
    'host: id.example',
    `authorization: ${authorization}`,
    `dpop: ${dpop}`,
    `sample-word: ${phone.wordFor(path, face)['sample-word']}`,
    'content-type: application/octet-stream',
    `content-length: ${face.length}`,
    '\r\n',
  ].join('\r\n');
  const socket = connect(Number(new URL(world.url).port), '127.0.0.1');
  const upload = { told: '' };
  socket.on('error', () => undefined).on('data', (bytes) => (upload.told += bytes));
  socket.write(head);
  socket.write(face.subarray(0, 100));
  const timer = setInterval(() => socket.writable && socket.write('x'), 200);
  socket.once('close', () => clearInterval(timer));
  sockets.push(socket);
  return upload;
}

const figures = { headers: { authorization: `Bearer ${metricsToken}` } };
const inFlight = async () =>
  Number(/lz_relays_in_flight (\d+)/.exec(String((await send(`${world.url}/metrics`, figures)).body))?.[1]);

it('one phone with 64 uploads of 6 KB in all has one place, or a few, and is told that it is too slow', async () => {
  const check = await challenged(world);
  const elsewhere = await challenged(world);
  const own = Array.from({ length: 64 }, () => trickle(check, check.sessionId));
  const foreign = Array.from({ length: 10 }, () => trickle(check, elsewhere.sessionId));
  await expect
    .poll(() => own.filter(({ told }) => told.includes('sample-not-awaited')).length, { timeout: 5_000 })
    .toBe(63);
  await expect
    .poll(() => foreign.every(({ told }) => told.includes('HTTP/1.1 404')), { timeout: 5_000 })
    .toBe(true);
  expect(await inFlight()).toBe(1);
  expect((await checkThrough(world)).view.state).toBe('passed');

  const slow = () => own.filter(({ told }) => told.includes('"code":"upload-too-slow"'));
  await expect.poll(() => slow().length, { timeout: limits.uploadWindow + 3_000 }).toBe(1);
  expect(slow()[0]?.told).toMatch(/^HTTP\/1\.1 408 /);
  await expect.poll(inFlight, { timeout: 2_000 }).toBe(0);
}, 30_000);
