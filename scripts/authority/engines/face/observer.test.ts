import { expect, it } from 'vitest';
import { PICTURE } from './bands.ts';
import { openFaceObserver } from './observer.ts';

/** A stand-in worker: answers every request, except that a first byte of 1 kills it, 2 makes it refuse and 3 comes to no end. */
const script = (body: string): URL => new URL(`data:text/javascript,${encodeURIComponent(body)}`);
const standIn = script(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ id, jpegs }) => {
    if (jpegs[0][0] === 1) throw new Error('out of memory');
    if (jpegs[0][0] === 2) return parentPort.postMessage({ kind: 'failed', id, reason: 'no' });
    if (jpegs[0][0] === 3) for (;;);
    parentPort.postMessage({ kind: 'observed', id, observations: jpegs.map(() => ({ kind: 'not-an-image' })) });
  });
  parentPort.postMessage({ kind: 'ready' });
`);
const byte = (value: number): Uint8Array[] => [Uint8Array.of(value)];

it('rejects what is pending when the worker dies, and answers the next call with a new one', async () => {
  const observer = await openFaceObserver(standIn);
  const pending = await Promise.allSettled([
    observer.observe(byte(1), PICTURE),
    observer.observe(byte(0), PICTURE),
  ]);
  expect(pending.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await observer.observe(byte(0), PICTURE)).toEqual([{ kind: 'not-an-image' }]);
  await observer.close();
});

it('rejects one request that the worker refuses and serves the others', async () => {
  const observer = await openFaceObserver(standIn);
  const refused = expect(observer.observe(byte(2), PICTURE)).rejects.toThrow('could not look');
  expect(await observer.observe(byte(0), PICTURE)).toHaveLength(1);
  await refused;
  await observer.close();
});

it('ends a worker that comes to no end, and answers the next call with a new one', async () => {
  const observer = await openFaceObserver(standIn, 200);
  for (let restarted = 0; restarted < 2; restarted++) {
    const pending = [observer.observe(byte(3), PICTURE), observer.observe(byte(0), PICTURE)];
    const settled = await Promise.allSettled(pending);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  }
  expect(await observer.observe(byte(0), PICTURE)).toHaveLength(1);
  await observer.close();
});

it('leaves the files of the caller whole', async () => {
  const observer = await openFaceObserver(standIn);
  const [jpeg = new Uint8Array()] = byte(9);
  await observer.observe([jpeg], PICTURE);
  expect(jpeg).toEqual(Uint8Array.of(9));
  await observer.close();
});

it('does not open when the worker cannot start', async () => {
  await expect(openFaceObserver(script(`throw new Error('no models')`))).rejects.toThrow('no models');
});

it('refuses work once closed', async () => {
  const observer = await openFaceObserver(standIn);
  await observer.close();
  await expect(observer.observe(byte(0), PICTURE)).rejects.toThrow('closed');
});
