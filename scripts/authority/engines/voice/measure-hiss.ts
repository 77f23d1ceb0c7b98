import { speechRange } from './bands.ts';
import { bandHertz, type Spectrum } from './spectrum.ts';

/** The value below which `share` of all rows lie. */
function quantile(rows: readonly number[], share: number): number {
  return rows.toSorted((a, b) => a - b)[Math.floor(share * (rows.length - 1))] ?? 0;
}

/**
 * Decibels by which the highest band of speech lies over its middle, whoever speaks: what passed through a telephone or an old
 * headset has nothing left there. Only rows of speech count, so that nobody is judged by the silence between two digits.
 */
export function measureHiss({ power, level }: Pick<Spectrum, 'power' | 'level'>): number {
  const softest = quantile([...level], 0.98) - speechRange;
  const spoken = power.filter((_, at) => (level[at] ?? 0) > softest);
  const sumOf = (from: number, to: number) =>
    spoken.map((row) =>
      row.reduce((sum, x, band) => {
        const hertz = bandHertz[band] ?? 0;
        return hertz >= from && hertz < to ? sum + x : sum;
      }, 1e-12),
    );
  const [high, middle] = [quantile(sumOf(4600, 8000), 0.8), quantile(sumOf(300, 3400), 0.95)];
  return 10 * Math.log10(high / middle);
}
