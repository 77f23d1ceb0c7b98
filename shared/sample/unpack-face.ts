import * as limits from '../limits.ts';
import { readCount, readMembers, splitManifest } from './manifest.ts';
import { checkFrame, type FaceFrame } from './samples.ts';

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
    const checked = checkFrame({ atMs: frame.get('atMs'), prompt: frame.get('prompt') }, earliest);
    frames.push({ ...checked, jpeg: rest.slice(offset, offset + length) });
    offset += length;
    earliest = checked.atMs;
  }
  if (offset !== rest.length) throw new RangeError('face sample: bytes left over');
  return frames;
}
