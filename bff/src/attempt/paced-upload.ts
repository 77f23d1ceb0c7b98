import { PassThrough, type Readable } from 'node:stream';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';

/** An upload on its way, which may be cut without losing the connection that it comes over: who sends it can still be told why. */
export interface PacedUpload {
  stream: Readable;
  /** Ends it, unless all of it has come; the first reason counts. */
  cut(why: Problem): void;
  /** Why it was cut. */
  cutFor(): Problem | undefined;
  /** To be called when it is over, whatever came of it. */
  stop(): void;
}

/**
 * Passes an upload on, and cuts it (upload-too-slow) once it brings less than `limits.uploadLeast` bytes in a whole
 * `limits.uploadWindow`. What waits for whoever takes it is not the sender's fault and is not held against it.
 */
export function pacedUpload(upload: Readable): PacedUpload {
  const stream = new PassThrough();
  let why: Problem | undefined;
  let bytes = 0;
  let bytesBefore = 0;
  const cut = (reason: Problem) => {
    if (why !== undefined || stream.destroyed || upload.readableEnded) return;
    why = reason;
    clearInterval(timer);
    upload.unpipe(stream);
    stream.destroy(reason);
  };
  const timer = setInterval(() => {
    if (!stream.writableNeedDrain && bytes - bytesBefore < limits.uploadLeast)
      cut(new Problem('upload-too-slow'));
    bytesBefore = bytes;
  }, limits.uploadWindow);
  const count = (chunk: Buffer) => {
    bytes += chunk.length;
  };
  const breakOff = () => {
    if (!upload.readableEnded) stream.destroy(new Error('the upload was broken off'));
  };
  upload.on('data', count).once('close', breakOff).once('error', breakOff);
  upload.once('end', () => clearInterval(timer));
  upload.pipe(stream);
  // It is read where it is passed on; nobody else is to be surprised by its end.
  stream.on('error', () => undefined);

  return {
    stream,
    cut,
    cutFor: () => why,
    stop() {
      clearInterval(timer);
      upload.off('data', count).unpipe(stream);
      stream.destroy();
    },
  };
}
