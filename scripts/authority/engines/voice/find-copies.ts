import { exactCopy, likelyCopy } from './bands.ts';
import { flatFeatures } from './template.ts';
import type { VoiceTemplate } from './types.ts';
import { warpPath } from './warp.ts';

const fewestVoicedPairs = 6;

/**
 * Octaves between the pitch contours of two recordings of one digit along their warping path (60th percentile);
 * `Infinity` when too little is voiced in both. No one says a digit twice with one contour, but a copy keeps it through
 * a change of loudness, room, band or tempo.
 */
function contourGap(a: VoiceTemplate, b: VoiceTemplate, pairs: readonly [number, number][]): number {
  const gaps: number[] = [];
  for (const [i, j] of pairs) {
    const x = a.pitch[i] ?? 0;
    const y = b.pitch[j] ?? 0;
    if (x > 0 && y > 0) gaps.push(Math.abs(Math.log2(x / y)));
  }
  if (gaps.length < fewestVoicedPairs || gaps.length < 0.4 * pairs.length) return Number.POSITIVE_INFINITY;
  gaps.sort((x, y) => x - y);
  return gaps[Math.floor(gaps.length * 0.6)] ?? Number.POSITIVE_INFINITY;
}

/** `exact`: digits that are one recording with an earlier one; `likely`: with tempo or room changed, each digit once. */
export interface Copies {
  exact: number;
  likely: number;
  /** Mean distance of the digits from their nearest earlier recordings, in spreads. */
  meanShare: number;
}

/** Compares the spoken digits with earlier recordings of the same digits; `spread` is that of the reference. */
export function findCopies(
  spoken: readonly VoiceTemplate[],
  earlier: readonly VoiceTemplate[],
  spread: number,
): Copies {
  let exact = 0;
  let shares = 0;
  const likely = new Set<number>();
  for (const digit of spoken) {
    const features = flatFeatures(digit);
    let isExact = false;
    let nearest = Number.POSITIVE_INFINITY;
    for (const one of earlier) {
      if (one.digit !== digit.digit) continue;
      const { distance, pairs } = warpPath(features, flatFeatures(one));
      const gap = contourGap(digit, one, pairs);
      const share = distance / spread;
      nearest = Math.min(nearest, share);
      if (gap <= exactCopy.gap && share <= exactCopy.share) isExact = true;
      if (share <= likelyCopy.share || (gap <= likelyCopy.gap && share <= likelyCopy.gapShare))
        likely.add(digit.digit);
    }
    shares += nearest;
    if (isExact) exact++;
  }
  return { exact, likely: likely.size, meanShare: shares / spoken.length };
}

/** Whether a phrase with so many copies is a replay; `digits` are those of the challenge. */
export function isReplay({ exact, likely, meanShare }: Copies, digits: string): boolean {
  const needed = meanShare <= likelyCopy.meanShare ? likelyCopy.digits : likelyCopy.digits + 1;
  return exact >= exactCopy.digits || likely >= Math.min(needed, new Set(digits).size);
}
