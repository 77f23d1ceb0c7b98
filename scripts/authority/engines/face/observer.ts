import { Worker } from 'node:worker_threads';
import * as limits from '../../../../shared/limits.ts';
import type { PictureBounds } from './bands.ts';
import type { PictureObservation } from './face-observation.ts';
import type { ObserveRequest, WorkerReply } from './face-worker.ts';

/** Looks at pictures in one worker thread, one request after the other. */
export interface FaceObserver {
  /**
   * One observation per file, in order; a file beyond the bounds is unreadable. Rejects when the worker dies, or is ended
   * because it came to no end; the next call starts another.
   */
  observe: (jpegs: readonly Uint8Array[], bounds: PictureBounds) => Promise<PictureObservation[]>;
  close: () => Promise<void>;
}

interface Waiting {
  resolve: (observations: PictureObservation[]) => void;
  reject: (error: Error) => void;
}

interface RunningWorker {
  worker: Worker;
  ready: Promise<void>;
  waiting: Map<number, Waiting>;
  /** Begins to wait for the next answer, where nobody does: a worker that gives none for too long is ended. */
  watch: () => void;
}

function startWorker(script: URL, patience: number, gone: () => void): RunningWorker {
  const worker = new Worker(script);
  const waiting = new Map<number, Waiting>();
  const { promise: ready, resolve: isReady, reject: neverReady } = Promise.withResolvers<void>();
  ready.catch(() => undefined);
  let watching: NodeJS.Timeout | undefined;
  const watch = (): void => {
    if (waiting.size > 0) watching ??= setTimeout(() => void worker.terminate(), patience);
  };
  const fail = (error: Error): void => {
    gone();
    clearTimeout(watching);
    neverReady(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (reply: WorkerReply) => {
    if (reply.kind === 'ready') return isReady();
    const request = waiting.get(reply.id);
    waiting.delete(reply.id);
    clearTimeout(watching);
    watching = undefined;
    watch();
    if (reply.kind === 'observed') request?.resolve(reply.observations);
    else request?.reject(new Error(`the face worker could not look at a sample: ${reply.reason}`));
  });
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error('the face worker failed')));
  worker.on('exit', () => fail(new Error('the face worker ended')));
  return { worker, ready, waiting, watch };
}

const FACE_WORKER = new URL('./face-worker.ts', import.meta.url);

/**
 * Starts the worker and resolves when its models are loaded.
 * @param patience milliseconds in which it must have looked at a sample
 */
export async function openFaceObserver(
  script: URL = FACE_WORKER,
  patience: number = limits.engineTimeout,
): Promise<FaceObserver> {
  let running: RunningWorker | null = null;
  let lastId = 0;
  let closed = false;
  const start = (): RunningWorker => {
    const started: RunningWorker = startWorker(script, patience, () => {
      if (running === started) running = null;
    });
    running = started;
    return started;
  };
  await start().ready;
  return {
    async observe(jpegs, { maxPixels, maxScans }) {
      if (closed) throw new Error('the face engine is closed');
      const { worker, ready, waiting, watch } = running ?? start();
      const { promise, resolve, reject } = Promise.withResolvers<PictureObservation[]>();
      const copies = jpegs.map((jpeg) => Uint8Array.from(jpeg));
      const request: ObserveRequest = { id: ++lastId, jpegs: copies, bounds: { maxPixels, maxScans } };
      waiting.set(request.id, { resolve, reject });
      promise.catch(() => undefined);
      await ready;
      worker.postMessage(
        request,
        copies.map(({ buffer }) => buffer),
      );
      watch();
      return promise;
    },
    async close() {
      closed = true;
      await running?.worker.terminate();
    },
  };
}
