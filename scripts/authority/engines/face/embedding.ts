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
