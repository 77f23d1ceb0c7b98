import { joinManifest } from './manifest.ts';
import { type FaceFrame, unpackFace } from './unpack-face.ts';

/**
 * The plaintext of a face sample: a manifest, then the JPEGs in the order given.
 * @throws RangeError when `unpackFace` would not accept it
 */
export function packFace(frames: readonly FaceFrame[]): Uint8Array {
  const manifest = {
    version: 1,
    frames: frames.map(({ atMs, prompt, jpeg }) => ({ atMs, prompt, bytes: jpeg.length })),
  };
  const packed = joinManifest(
    manifest,
    frames.map(({ jpeg }) => jpeg),
  );
  unpackFace(packed);
  return packed;
}
