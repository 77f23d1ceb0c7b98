import { parentPort } from 'node:worker_threads';
import type { VoiceContainer } from '../../../shared/sample/samples.ts';
import { decodeCompressed } from './decode-compressed.ts';
import type { Sound } from './mix-channels.ts';

/** Main thread to worker: decode this one. */
export interface DecodeRequest {
  bytes: Uint8Array;
  container: VoiceContainer;
  seconds: number;
}

/** Worker to main thread: `ready` once what it needs is loaded, then the sound, or nothing where there is none. */
export type DecodeReply = { kind: 'ready' } | { kind: 'read'; sound: Sound | undefined };

const port = parentPort;
if (!port) throw new Error('the recording worker runs as a worker thread only');
const reply = (message: DecodeReply): void => port.postMessage(message);

port.once('message', async ({ bytes, container, seconds }: DecodeRequest) => {
  const sound = await decodeCompressed(bytes, container, seconds).catch(() => undefined);
  reply({ kind: 'read', sound });
});
reply({ kind: 'ready' });
