/** What was measured several times: the middle one and how far the others lie. */
export interface Spread {
  median: number;
  min: number;
  max: number;
}

/** @throws RangeError on an empty list */
export function spread(values: readonly number[]): Spread {
  return { median: percentile(values, 50), min: percentile(values, 0), max: percentile(values, 100) };
}

/** The smallest value that so many percent of all do not exceed; the median of an even number is the mean of the middle two. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => {
    const value = sorted[index];
    if (value === undefined) throw new RangeError('nothing was measured');
    return value;
  };
  if (percent === 50 && sorted.length % 2 === 0)
    return (at(sorted.length / 2 - 1) + at(sorted.length / 2)) / 2;
  return at(Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1));
}

/**
 * The ratio of two things that were measured in turns: a slow moment of the machine is in both halves of a pair, so the
 * ratio is taken in each pair, and the middle one counts.
 */
export function pairedRatio(ours: readonly number[], theirs: readonly number[]): Spread {
  if (ours.length !== theirs.length) throw new RangeError('rounds without a partner');
  return spread(ours.map((value, index) => value / (theirs[index] ?? Number.NaN)));
}
