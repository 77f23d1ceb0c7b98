import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { pacedUpload } from './paced-upload.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => vi.useRealTimers());

const turn = () => new Promise((next) => setImmediate(next));
const pass = async () => {
  await turn();
  vi.advanceTimersByTime(limits.uploadWindow);
  await turn();
};

/** An upload by hand; `read` is all that the authority takes, where it takes anything. */
function begin({ reads = true } = {}) {
  const sent = new PassThrough();
  const upload = pacedUpload(sent);
  let read = 0;
  if (reads) upload.stream.on('data', (chunk: Buffer) => (read += chunk.length));
  return { sent, upload, read: () => read, send: (bytes: number) => sent.write(Buffer.alloc(bytes)) };
}

it('an upload that brings enough in each window is passed on to its end', async () => {
  const { sent, upload, read, send } = begin();
  for (let n = 0; n < 5; n++) {
    send(limits.uploadLeast);
    await pass();
  }
  const ended = once(upload.stream, 'end');
  sent.end();
  await ended;
  expect([read(), upload.cutFor()]).toEqual([5 * limits.uploadLeast, undefined]);
});

it('an upload that brings less in a window is cut with its reason, and who sends it keeps the connection to read it', async () => {
  const { sent, upload, send } = begin();
  send(limits.uploadLeast);
  await pass();
  expect(upload.cutFor()).toBeUndefined();
  send(limits.uploadLeast - 1);
  await pass();
  expect(upload.cutFor()).toMatchObject({ code: 'upload-too-slow' });
  expect(upload.stream.errored).toBe(upload.cutFor());
  expect(sent.destroyed).toBe(false);
});

it('what waits for an authority that takes nothing is not held against the phone', async () => {
  const { upload, send } = begin({ reads: false });
  send(512 * 1024);
  for (let n = 0; n < 3; n++) await pass();
  expect(upload.cutFor()).toBeUndefined();
});

it('the first reason counts, and after its end nothing cuts it', async () => {
  const { upload } = begin();
  upload.cut(new Problem('relay-busy'));
  await pass();
  expect(upload.cutFor()).toMatchObject({ code: 'relay-busy' });
  const other = begin().upload;
  other.stop();
  await pass();
  expect(other.cutFor()).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

it('a line that breaks ends what is passed on', async () => {
  const { sent, upload } = begin();
  sent.destroy();
  await turn();
  expect(upload.stream.errored).toMatchObject({ message: 'the upload was broken off' });
});
