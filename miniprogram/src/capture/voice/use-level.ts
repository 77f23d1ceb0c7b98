import { useRef, useState } from 'react';
import type { Platform } from '../../platform/platform.ts';
import { adviseVoice, type HeardLevels, heardLevels, type VoiceAdvice } from './advise-voice.ts';

/** `now` from 0 to 1; absent before the microphone is heard and where the platform has no meter. */
export interface Loudness extends HeardLevels {
  now?: number;
  advice: VoiceAdvice;
}

const silent: Loudness = { loudest: 0, quietest: 1, advice: 'fine' };
/** Where the meter stands for rooms without speech: 42 dB under full scale. */
const audible = 0.3;

/** The microphone's meter while a recording runs. */
export function useLevel(): {
  level: Loudness;
  watch: (platform: Platform) => () => void;
  heard: () => boolean;
} {
  const [level, setLevel] = useState<Loudness>(silent);
  const latest = useRef<Loudness>(silent);
  const watch = (platform: Platform): (() => void) => {
    latest.current = silent;
    setLevel(silent);
    let from: number | undefined;
    const stop = platform.level?.(({ level: now, fault }) => {
      from ??= platform.clock.now();
      const passed = platform.clock.now() - from;
      const levels = heardLevels(latest.current, now, passed);
      latest.current = { now, ...levels, advice: adviseVoice(levels, passed, fault) };
      setLevel(latest.current);
    });
    return stop ?? (() => undefined);
  };
  const heard = (): boolean => latest.current.now === undefined || latest.current.loudest >= audible;
  return { level, watch, heard };
}
