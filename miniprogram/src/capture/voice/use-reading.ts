import { useRef, useState } from 'react';
import { capturePlan } from '../../holder/capture-plan.ts';
import type { HolderProblem } from '../../holder/holder-problem.ts';
import type { Journey } from '../../journey/journey.ts';
import { takeVoice } from '../../journey/take-samples.ts';
import { asProblem } from '../../ui/as-problem.ts';
import { type Loudness, useLevel } from './use-level.ts';

export type Reading =
  | { at: 'resting'; why?: 'stopped' | 'notHeard' }
  | { at: 'reading'; position: number }
  | { at: 'problem'; problem: HolderProblem };

/** Where no meter says that the microphone is open, it is taken to be so by now. */
const openBy = 1_200;
/** From the microphone's first sound to the first digit. */
const lead = 700;

/** One reading of the digits: `position` moves on at the pace of the plan. What was stopped is dropped. */
export function useReading(
  journey: Journey | undefined,
  onTaken: () => void,
): {
  reading: Reading;
  level: Loudness;
  read: () => void;
  stop: () => void;
  leave: () => void;
} {
  const [reading, setReading] = useState<Reading>({ at: 'resting' });
  const { level, watch, heard } = useLevel();
  const running = useRef(false);
  const gone = useRef(false);
  const stopped = useRef(false);
  const read = (): void => {
    if (journey === undefined || running.current || gone.current) return;
    running.current = true;
    stopped.current = false;
    const endPace = pace(() => (stopped.current ? undefined : setReading(onward)));
    setReading({ at: 'reading', position: -1 });
    const endLevel = watch(journey.holder.platform, endPace.begin);
    takeVoice(journey, heard)
      .then(
        () => gone.current || onTaken(),
        (cause: unknown) => gone.current || setReading(afterFailure(asProblem(cause))),
      )
      .finally(() => {
        endPace.end();
        endLevel();
        running.current = false;
      });
  };
  const stop = (): void => {
    stopped.current = true;
    journey?.stop?.();
  };
  const leave = (): void => {
    gone.current = true;
    // Going on to the next page is no reason to stop what has been taken.
    if (running.current) stop();
  };
  return { reading, level, read, stop, leave };
}

function onward(reading: Reading): Reading {
  return reading.at === 'reading' ? { at: 'reading', position: reading.position + 1 } : reading;
}

function afterFailure(problem: HolderProblem): Reading {
  if (problem.code === 'capture-interrupted') return { at: 'resting', why: 'stopped' };
  if (problem.code === 'capture-empty') return { at: 'resting', why: 'notHeard' };
  return { at: 'problem', problem };
}

/** Calls `step` for each digit, from the moment the microphone is open. */
function pace(step: () => void): { begin: () => void; end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begun = false;
  const tick = (): void => {
    step();
    timer = setTimeout(tick, capturePlan.perDigit);
  };
  const begin = (): void => {
    if (begun) return;
    begun = true;
    clearTimeout(timer);
    timer = setTimeout(tick, lead);
  };
  timer = setTimeout(begin, openBy);
  return { begin, end: () => clearTimeout(timer) };
}
