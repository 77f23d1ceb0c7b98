import * as limits from '../../../shared/limits.ts';
import { decodeWav } from '../../../shared/sample/decode-wav.ts';
import { encodeWav, wrapPcm } from '../../../shared/sample/encode-wav.ts';
import type { Recordings } from '../ports/recordings.ts';
import { decodeInWorker } from './decode-in-worker.ts';
import { findContainer } from './find-container.ts';

/**
 * Reads what the phones of this product record, and what others do. WAV and bare PCM are read here; MP3, Opus, FLAC and AMR are
 * decoded in threads of their own, a few at a time. What the bytes show to be something else than was declared is read as that;
 * only what was declared as bare PCM, and shows nothing, is taken for PCM.
 */
export function openRecordings(): Recordings {
  const waiting: (() => void)[] = [];
  let running = 0;
  const turn = async (): Promise<void> => {
    if (running < limits.recordingsAtOnce) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const done = (): void => {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  };

  return {
    async toWav({ container: declared, recording }) {
      const container = findContainer(recording) ?? (declared === 'pcm' ? 'pcm' : undefined);
      switch (container) {
        case undefined:
        case 'foreign':
        // Nothing that is kept, and may be used here, decodes it.
        case 'aac':
          return undefined;
        case 'pcm':
          return wrapPcm(recording, limits.voiceRate);
        case 'wav':
          return decodeWav(recording) === undefined ? undefined : recording.slice();
        default: {
          await turn();
          try {
            const sound = await decodeInWorker({ bytes: recording, container });
            return sound && encodeWav(sound.samples, sound.rate);
          } finally {
            done();
          }
        }
      }
    },
  };
}
