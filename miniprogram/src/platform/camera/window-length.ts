import { frameTimes } from './frame-times.ts';

/** Milliseconds that a window of frames takes as a rule: until its last frame is due. */
export function windowLength(
  kind: 'prompt' | 'neutral',
  window: { frames: number; longest: number },
): number {
  return Math.max(...frameTimes(kind, window));
}
