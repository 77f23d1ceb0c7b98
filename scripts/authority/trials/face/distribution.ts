/** `min / 5% / median / 95% / max` of some numbers, as text. */
export function spread(values: readonly number[]): string {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return 'none';
  const share = (p: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0).toFixed(3);
  return `n ${String(sorted.length).padStart(4)}  ${[0, 0.05, 0.5, 0.95, 1].map(share).join(' / ')}`;
}

/** Equal error rate of two sets of scores (higher is more genuine), and the threshold where it is reached. */
export function equalError(
  genuine: readonly number[],
  impostor: readonly number[],
): { rate: number; threshold: number } {
  const candidates = [...genuine, ...impostor].sort((a, b) => a - b);
  let best = { rate: 1, threshold: 0, gap: Number.POSITIVE_INFINITY };
  candidates.forEach((candidate, index) => {
    const threshold = (candidate + (candidates[index + 1] ?? candidate)) / 2;
    const rejected = genuine.filter((score) => score < threshold).length / genuine.length;
    const accepted = impostor.filter((score) => score >= threshold).length / impostor.length;
    const gap = Math.abs(rejected - accepted);
    if (gap < best.gap) best = { rate: (rejected + accepted) / 2, threshold, gap };
  });
  return { rate: best.rate, threshold: best.threshold };
}
