import type { VoiceFault } from '../../platform/microphone/listen-for-faults.ts';

export type VoiceAdvice = 'fine' | 'tooQuiet' | 'tooNoisy' | VoiceFault;

/** Levels of the meter, which runs from 60 dB under full scale (0) to full scale (1). */
export interface HeardLevels {
  loudest: number;
  quietest: number;
}

/** Milliseconds before anything is said: by then a person has spoken, and has been silent. */
const patience = 2_500;
/** Speech that is clear: 33 dB under full scale. */
const clear = 0.45;
/** How far speech stands out of its room where it can be made out: 18 dB. */
const distance = 0.3;

/** What would make the digits clearer, once the microphone has been open for so many milliseconds. */
export function adviseVoice(
  { loudest, quietest }: HeardLevels,
  passed: number,
  fault?: VoiceFault,
): VoiceAdvice {
  if (passed < patience) return 'fine';
  if (fault !== undefined) return fault;
  if (loudest < clear) return 'tooQuiet';
  return loudest - quietest < distance ? 'tooNoisy' : 'fine';
}

/** Milliseconds for which a microphone that was just opened gives nothing but silence. */
const warmUp = 500;

/** The levels after one more, heard so many milliseconds after the microphone opened. */
export function heardLevels(before: HeardLevels, now: number, passed: number): HeardLevels {
  return {
    loudest: Math.max(before.loudest, now),
    quietest: passed < warmUp ? before.quietest : Math.min(before.quietest, now),
  };
}
