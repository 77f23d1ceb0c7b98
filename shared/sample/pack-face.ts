import * as limits from '../limits.ts';
import { joinManifest } from './manifest.ts';
import { checkFrame, type FaceFrame } from './samples.ts';

/**
 * The plaintext of a face sample: a manifest, then the JPEGs in the order given.
 * @throws RangeError when `unpackFace` would not accept it
 */
export function packFace(frames: readonly FaceFrame[]): Uint8Array {
  if (frames.length < 1 || frames.length > limits.framesPerSample) {
    throw new RangeError('face sample: no frames or too many');
  }
  let earliest = 0;
  const listed = frames.map((frame) => {
    if (frame.jpeg.length === 0) throw new RangeError('face sample: an empty frame');
    const { atMs, prompt } = checkFrame(frame, earliest);
    earliest = atMs;
    return { atMs, prompt, bytes: frame.jpeg.length };
  });
  const pictures = frames.map(({ jpeg }) => jpeg);
  return joinManifest({ version: 1, frames: listed }, pictures, limits.facePlaintext);
}
