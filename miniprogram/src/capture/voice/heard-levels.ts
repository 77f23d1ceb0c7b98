import type { HeardLevels } from './advise-voice.ts';

/** Milliseconds for which a microphone that was just opened gives nothing but silence. */
const warmUp = 500;

/** The levels after one more, heard so many milliseconds after the microphone opened. */
export function heardLevels(before: HeardLevels, now: number, passed: number): HeardLevels {
  return {
    loudest: Math.max(before.loudest, now),
    quietest: passed < warmUp ? before.quietest : Math.min(before.quietest, now),
  };
}
