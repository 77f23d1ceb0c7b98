import { Worker } from 'node:worker_threads';
import * as limits from '../../../shared/limits.ts';
import type { Sound } from './mix-channels.ts';
import type { DecodeReply, DecodeRequest } from './recording-worker.ts';

/** Megabytes of a worker's own memory. What decoders take beside it ends with the worker. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/**
 * Decodes one recording in a thread of its own, which ends with it: what breaks there, or never comes to an end, touches nothing
 * else.
 * @returns undefined where the thread found no sound, broke down over the bytes or ran out of time
 * @throws Error where it never came up, which is no fault of the recording
 */
export async function decodeInWorker(request: Omit<DecodeRequest, 'seconds'>): Promise<Sound | undefined> {
  const worker = new Worker(new URL('./recording-worker.ts', import.meta.url), {
    ...{ resourceLimits, stdout: true, stderr: true },
  });
  // What the decoders complain of is no line of our log.
  worker.stdout.resume();
  worker.stderr.resume();
  const patience = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      let begun = false;
      const giveUp = (cause?: unknown) =>
        begun ? resolve(undefined) : reject(new Error('the recording worker never came up', { cause }));
      const timer = setTimeout(giveUp, limits.recordingDecoded);
      patience.signal.addEventListener('abort', () => clearTimeout(timer));
      worker.once('error', giveUp);
      worker.once('exit', giveUp);
      worker.on('message', (message: DecodeReply) => {
        if (message.kind === 'read') return resolve(message.sound);
        begun = true;
        worker.postMessage({ ...request, seconds: limits.recordingSeconds } satisfies DecodeRequest);
      });
    });
  } finally {
    patience.abort();
    await worker.terminate();
  }
}
