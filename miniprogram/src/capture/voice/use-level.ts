import { useRef, useState } from 'react';
import type { Platform } from '../../platform/platform.ts';

/** `now` from 0 to 1; absent before the microphone is heard and where the platform has no meter. */
export interface Loudness {
  now?: number;
  loudest: number;
  advice: 'fine' | 'tooQuiet' | 'tooNoisy';
}

const silent: Loudness = { loudest: 0, advice: 'fine' };
/** Where the meter stands for rooms without speech (0.3: 42 dB under full scale) and for speech that is clear. */
const audible = 0.3;
const clear = 0.45;
/** A room as loud as this before anybody speaks drowns the digits. */
const noisy = 0.6;
const roomFor = 400;
const patience = 2_500;

/** The microphone's meter while a recording runs. */
export function useLevel(): {
  level: Loudness;
  watch: (platform: Platform, onFirst: () => void) => () => void;
  heard: () => boolean;
} {
  const [level, setLevel] = useState<Loudness>(silent);
  const latest = useRef<Loudness>(silent);
  const watch = (platform: Platform, onFirst: () => void): (() => void) => {
    latest.current = silent;
    setLevel(silent);
    let from: number | undefined;
    let room = 0;
    const stop = platform.level?.((now) => {
      if (from === undefined) {
        from = platform.clock.now();
        onFirst();
      }
      const passed = platform.clock.now() - from;
      if (passed < roomFor) room = Math.max(room, now);
      const loudest = Math.max(latest.current.loudest, now);
      const tooQuiet = passed > patience && loudest < clear;
      const advice = tooQuiet ? 'tooQuiet' : room > noisy ? 'tooNoisy' : 'fine';
      latest.current = { now, loudest, advice };
      setLevel(latest.current);
    });
    return stop ?? (() => undefined);
  };
  const heard = (): boolean => latest.current.now === undefined || latest.current.loudest >= audible;
  return { level, watch, heard };
}
