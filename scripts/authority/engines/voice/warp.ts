import { cepstrumSize, rowDistance } from './cepstra.ts';

/** Rows by which two sequences may differ at their beginning and at their end: where a digit starts is never certain. */
const openRows = 5;

/** Whether steps of at most two to one can lead from an open end to here; two rows are granted on top. */
const isReachable = (i: number, j: number): boolean => j <= 2 * i + openRows + 2 && i <= 2 * j + openRows + 2;

/** `distance`: mean row distance in decibels along the path; `pairs`: the rows [i, j] that the path lays together. */
export interface Warped {
  distance: number;
  pairs: [number, number][];
}

/**
 * Dynamic time warping of two flat cepstra: mean row distance in decibels along the best path. Steps are (1,1), (1,2)
 * and (2,1), so that neither may run more than twice as fast as the other; up to five rows of either may be left out at
 * each end. `Infinity` when no such path exists.
 */
export function warpPath(a: Float64Array, b: Float64Array): Warped {
  const n = a.length / cepstrumSize;
  const m = b.length / cepstrumSize;
  const cost = new Float64Array(n * m).fill(Number.POSITIVE_INFINITY);
  const weight = new Float64Array(n * m);
  const local = new Float64Array(n * m);
  const back = new Int32Array(n * m).fill(-1);
  let best = Number.POSITIVE_INFINITY;
  let end = -1;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      if (!isReachable(i, j) || !isReachable(n - 1 - i, m - 1 - j)) continue;
      const at = i * m + j;
      const d = rowDistance(a, i, b, j);
      local[at] = d;
      if ((i === 0 && j <= openRows) || (j === 0 && i <= openRows)) {
        cost[at] = 2 * d;
        weight[at] = 2;
      }
      for (let step = 0; step < 3; step++) {
        if (i === 0 || j === 0 || (step === 1 && j === 1) || (step === 2 && i === 1)) continue;
        const from = step === 0 ? at - m - 1 : step === 1 ? at - m - 2 : at - 2 * m - 1;
        const extra = step === 0 ? 2 * d : 2 * (local[step === 1 ? at - 1 : at - m] ?? 0) + d;
        const candidate = (cost[from] ?? 0) + extra;
        if (candidate >= (cost[at] ?? 0)) continue;
        cost[at] = candidate;
        back[at] = from;
        weight[at] = (weight[from] ?? 0) + (step === 0 ? 2 : 3);
      }
      const ends = (i === n - 1 && j >= m - 1 - openRows) || (j === m - 1 && i >= n - 1 - openRows);
      const mean = (cost[at] ?? 0) / (weight[at] ?? 1);
      if (ends && (weight[at] ?? 0) >= 0.6 * (n + m) && mean < best) {
        best = mean;
        end = at;
      }
    }
  }
  const pairs: [number, number][] = [];
  for (let at = end; at >= 0; at = back[at] ?? -1) pairs.push([Math.floor(at / m), at % m]);
  return { distance: best, pairs };
}

/** The distance of `warpPath` alone. */
export const warp = (a: Float64Array, b: Float64Array): number => warpPath(a, b).distance;
