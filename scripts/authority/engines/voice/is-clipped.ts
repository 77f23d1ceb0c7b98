import { clippedFrom, clippedSpan, flatFrom, maxClippedShare, maxFlatShare } from './bands.ts';

/**
 * Whether the sound was cut off because it was too loud: at full scale, or flat at the ends that the recording itself has, as a
 * microphone leaves it that is overdriven before its gain.
 */
export function isClipped(samples: Float64Array): boolean {
  let top = 0;
  let bottom = 0;
  for (const x of samples) {
    top = Math.max(top, x);
    bottom = Math.min(bottom, x);
  }
  const isSpoken = top - bottom >= clippedSpan;
  let full = 0;
  let flat = 0;
  for (const x of samples) {
    if (Math.abs(x) >= clippedFrom) full++;
    if (isSpoken && (x >= flatFrom * top || x <= flatFrom * bottom)) flat++;
  }
  return full > maxClippedShare * samples.length || flat > maxFlatShare * samples.length;
}
