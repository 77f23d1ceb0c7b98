import { parentPort } from 'node:worker_threads';
import type { PictureBounds } from './bands.ts';
import { loadChipEmbedder } from './embed-chips.ts';
import type { PictureObservation } from './face-observation.ts';
import { loadFaceFinder } from './find-faces.ts';
import { observePicture } from './observe-picture.ts';
import { startTensors } from './start-tensors.ts';

/** Main thread to worker: look at these files. */
export interface ObserveRequest {
  id: number;
  jpegs: Uint8Array[];
  bounds: PictureBounds;
}

/** Worker to main thread. */
export type WorkerReply =
  | { kind: 'ready' }
  | { kind: 'observed'; id: number; observations: PictureObservation[] }
  | { kind: 'failed'; id: number; reason: string };

const port = parentPort;
if (!port) throw new Error('the face worker runs as a worker thread only');
const reply = (message: WorkerReply): void => port.postMessage(message);

await startTensors();
const finder = await loadFaceFinder();
const embed = await loadChipEmbedder();
let queue = Promise.resolve();

async function observe({ id, jpegs, bounds }: ObserveRequest): Promise<void> {
  try {
    const observations: PictureObservation[] = [];
    for (const jpeg of jpegs) observations.push(await observePicture(jpeg, finder, embed, bounds));
    reply({ kind: 'observed', id, observations });
  } catch (error) {
    reply({ kind: 'failed', id, reason: error instanceof Error ? error.message : 'unknown' });
  }
}

port.on('message', (request: ObserveRequest) => {
  queue = queue.then(() => observe(request));
});
reply({ kind: 'ready' });
