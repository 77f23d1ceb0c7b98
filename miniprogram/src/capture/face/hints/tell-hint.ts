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
 * Where each hint begins, well away from what the synthetic citizens of all skins measure (in brackets, over 182 pictures and three
 * films of 100 frames). A dark skin is not dark light, and a pale one no glare: no threshold is of the brightness of a face.
 */
export const thresholds = {
  /** Bright end of the scene (108 to 205; at a third of the light 35 to 68), and levels of the face's middle (34 to 143; 13 to 44). */
  dim: 80,
  flat: 48,
  /** Share of the face's middle that is burnt out (0; from 0.55 on where a face is). */
  glare: 0.35,
  /** How much brighter it is around a face, and how few levels the face has then (49 on dark skin before a white wall; 16 in its shade). */
  behind: 100,
  shaded: 40,
  /** Detail over contrast (at least 0.74; 0.11 to 0.27 where everything under 10 of 480 pixels is blurred). */
  soft: 0.2,
  /** Change in a fifth of a second (0.05 when a head turns; 0.10 to 0.14 when a phone shifts by a 25th of its picture). */
  shaking: 0.09,
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

function tellLight({ range, scene, behind, glare }: Levels): SightHint | undefined {
  if (behind > thresholds.behind && range < thresholds.shaded) return 'light-behind';
  if (scene < thresholds.dim && range < thresholds.flat) return 'more-light';
  return glare > thresholds.glare ? 'less-light' : undefined;
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
