import type { FaceReference } from './types.ts';

/** Cosine of two embeddings of length 1. */
export const cosine = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

/** The mean direction of several embeddings, length 1. */
export function meanEmbedding(embeddings: readonly (readonly number[])[]): number[] {
  const [first = []] = embeddings;
  const sum = first.map((_, index) => embeddings.reduce((total, e) => total + (e[index] ?? 0), 0));
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}

/** A reference as bytes, little-endian: the frames as u32, then each number as f64. */
export function encodeReference({ embedding, frames }: FaceReference): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 + 8 * embedding.length));
  view.setUint32(0, frames, true);
  embedding.forEach((value, index) => {
    view.setFloat64(4 + 8 * index, value, true);
  });
  return new Uint8Array(view.buffer);
}

/** What `encodeReference` made bytes of. @throws RangeError on anything else: stored data that is damaged */
export function decodeReference(bytes: Uint8Array): FaceReference {
  if (bytes.length < 12 || bytes.length % 8 !== 4) throw new RangeError('not a face reference');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const embedding = Array.from({ length: (bytes.length - 4) / 8 }, (_, index) =>
    view.getFloat64(4 + 8 * index, true),
  );
  return { embedding, frames: view.getUint32(0, true) };
}
