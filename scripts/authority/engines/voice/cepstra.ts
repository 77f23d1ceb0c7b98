import { bandCount } from './spectrum.ts';

/** The zeroth coefficient (loudness) and the first (tilt: rooms and microphones change it most) are left out. */
const firstCoefficient = 2;
const lastCoefficient = 24;
/** Values a row. */
export const cepstrumSize = lastCoefficient - firstCoefficient + 1;

/** Weighted by the root of the order: high orders vary little in one speaker and tell near voices apart. */
const basis = Array.from({ length: cepstrumSize }, (_, i) => {
  const k = i + firstCoefficient;
  const weight = Math.sqrt(2 / bandCount) * Math.sqrt(k / 6);
  return Float64Array.from(
    { length: bandCount },
    (_, b) => weight * Math.cos((Math.PI * k * (b + 0.5)) / bandCount),
  );
});

/** Cepstra of rows of band levels, flat, `cepstrumSize` a row: whole half decibels, clamped to a signed byte. */
export function cepstra(bands: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(bands.length * cepstrumSize);
  bands.forEach((row, t) => {
    basis.forEach((weights, k) => {
      let sum = 0;
      for (let b = 0; b < bandCount; b++) sum += (weights[b] ?? 0) * (row[b] ?? 0);
      out[t * cepstrumSize + k] = Math.max(-127, Math.min(127, Math.round(2 * sum))) + 0;
    });
  });
  return out;
}

/** Euclidean distance in decibels of row `i` of `a` from row `j` of `b`. */
export function rowDistance(a: Float64Array, i: number, b: Float64Array, j: number): number {
  let sum = 0;
  for (let k = 0; k < cepstrumSize; k++) {
    const d = (a[i * cepstrumSize + k] ?? 0) - (b[j * cepstrumSize + k] ?? 0);
    sum += d * d;
  }
  return Math.sqrt(sum) / 2;
}
