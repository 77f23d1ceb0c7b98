import type { FaceBox } from '../../../platform/sight/sight.ts';
import type { Levels } from './measure-sight.ts';

/** What the person can do better, from what the phone can see. */
const sightHints = [
  'one-face-only',
  'more-light',
  'less-light',
  'light-behind',
  'into-the-oval',
  'closer',
  'farther',
  'hold-still',
  'wipe-lens',
] as const;
export type SightHint = (typeof sightHints)[number];

/**
 * Where each hint begins, well away from what the synthetic citizens measure (in brackets, over 104 pictures and two
 * films of 100 frames). The authority refuses faces below a level of 55 and above 210.
 */
export const thresholds = {
  /** Mean level of the face's place (70 to 134). */
  dark: 45,
  /** (134), and the burnt-out share of it (0). */
  bright: 215,
  glare: 0.35,
  /** How much brighter it is around a face (at most 80, before a white wall), and how dark the face is then. */
  behind: 100,
  shaded: 80,
  /** Detail over contrast (at least 0.57; 0.11 to 0.27 where everything under 10 of 480 pixels is blurred). */
  soft: 0.2,
  /** Change in a fifth of a second (1.5 at rest, 6.6 when a head turns; 8 to 18 when a phone shifts by a 25th of its picture). */
  shaking: 9,
  /** Height of a face in the middle of the picture (0.48 to 0.67). */
  small: 0.36,
  large: 0.88,
  /** From the middle of the oval. */
  away: 0.2,
  /** A face counts as another person's from this share of the largest one's height on; smaller ones are passers-by. */
  other: 0.4,
} as const;

/**
 * The one hint that helps most, or none.
 * @param still whether the person is to hold still now: while a prompt is done, a head moves and turns
 */
export function tellHint(
  levels: Levels,
  faces: readonly FaceBox[] | undefined,
  still: boolean,
): SightHint | undefined {
  const [nearest, second] = [...(faces ?? [])].sort((a, b) => b.height - a.height);
  if (nearest !== undefined && second !== undefined && second.height >= nearest.height * thresholds.other) {
    return 'one-face-only';
  }
  return tellLight(levels) ?? (still ? (tellPlace(faces, nearest) ?? tellRest(levels)) : undefined);
}

function tellLight({ face, around, glare }: Levels): SightHint | undefined {
  if (around - face > thresholds.behind && face < thresholds.shaded) return 'light-behind';
  if (face < thresholds.dark) return 'more-light';
  if (face > thresholds.bright || glare > thresholds.glare) return 'less-light';
  return undefined;
}

function tellPlace(
  faces: readonly FaceBox[] | undefined,
  nearest: FaceBox | undefined,
): SightHint | undefined {
  if (faces === undefined) return undefined;
  if (nearest === undefined) return 'into-the-oval';
  if (nearest.height < thresholds.small) return 'closer';
  if (nearest.height > thresholds.large) return 'farther';
  const away = Math.max(Math.abs(nearest.x - 0.5), Math.abs(nearest.y - 0.5));
  return away > thresholds.away ? 'into-the-oval' : undefined;
}

function tellRest({ movement, detail }: Levels): SightHint | undefined {
  if (movement > thresholds.shaking) return 'hold-still';
  return detail < thresholds.soft ? 'wipe-lens' : undefined;
}
