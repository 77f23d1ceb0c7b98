import { limits } from '../limits.ts';
import { readCount, readMembers, splitManifest } from './manifest.ts';

/** One picture of the capture. */
export interface FaceFrame {
  /** Milliseconds since the capture began, never less than in the frame before. */
  atMs: number;
  /** Which prompt of the challenge was on the screen, from 0, or null when none was. */
  prompt: number | null;
  jpeg: Uint8Array;
}

/** A capture ends long before its challenge does. */
const maxAtMs = 10 * limits.challengeLifetime;
const maxPrompt = 9;

/**
 * Splits the plaintext of a face sample. The pictures are only cut out: whether they are JPEGs is for their reader.
 * @throws RangeError
 */
export function unpackFace(bytes: Uint8Array): FaceFrame[] {
  if (bytes.length > limits.facePlaintext) throw new RangeError('face sample: too large');
  const { manifest, rest } = splitManifest(bytes, ['frames']);
  const listed = manifest.get('frames');
  if (!Array.isArray(listed) || listed.length < 1 || listed.length > limits.framesPerSample) {
    throw new RangeError('face sample: no frames or too many');
  }
  const frames: FaceFrame[] = [];
  let offset = 0;
  let earliest = 0;
  for (const item of listed) {
    const frame = readMembers(item, ['atMs', 'prompt', 'bytes']);
    const length = readCount(frame.get('bytes'), 1, rest.length - offset, 'frame size');
    const atMs = readCount(frame.get('atMs'), earliest, maxAtMs, 'frame time');
    const prompt = frame.get('prompt');
    frames.push({
      atMs,
      prompt: prompt === null ? null : readCount(prompt, 0, maxPrompt, 'prompt'),
      jpeg: rest.slice(offset, offset + length),
    });
    offset += length;
    earliest = atMs;
  }
  if (offset !== rest.length) throw new RangeError('face sample: bytes left over');
  return frames;
}
