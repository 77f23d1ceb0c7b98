/** Rows [start, end) of one stretch of sound. */
export interface Stretch {
  start: number;
  end: number;
}

const shortestRows = 7;
const joinedGapRows = 4;
/** Cost as silence under which a row at the edge of a digit is cut off. */
const stillCost = 4;

/** Stretches of at least 70 ms louder than `threshold` dBFS; gaps of up to 40 ms do not split. */
export function findSpeech(level: Float64Array, threshold: number): Stretch[] {
  const found: Stretch[] = [];
  for (let t = 0; t < level.length; t++) {
    if ((level[t] ?? 0) < threshold) continue;
    const last = found.at(-1);
    if (last && t - last.end <= joinedGapRows) last.end = t + 1;
    else found.push({ start: t, end: t + 1 });
  }
  return found.filter(({ start, end }) => end - start >= shortestRows);
}

/** The stretch without the still rows at both ends; never shorter than 70 ms. */
export function trimStretch({ start, end }: Stretch, silence: Float64Array): Stretch {
  let first = start;
  let last = end;
  while (last - first > shortestRows && (silence[first] ?? 0) < stillCost) first++;
  while (last - first > shortestRows && (silence[last - 1] ?? 0) < stillCost) last--;
  return { start: first, end: last };
}
