import { useRef, useState } from 'react';
import { capturePlan, digitPace } from '../../attempt/capture-plan.ts';
import type { HolderProblem } from '../../holder/holder-problem.ts';
import { asProblem } from '../../holder/holder-problem.ts';
import type { Journey } from '../../journey/journey.ts';
import { takeVoice } from '../../journey/take-samples.ts';
import type { Opened } from './digits-shown.ts';
import { type Loudness, useLevel } from './use-level.ts';

export type Reading =
  | { at: 'resting'; why?: 'stopped' | 'notHeard' }
  /** `opened` stands once the microphone hears. */
  | { at: 'reading'; opened?: Opened }
  | { at: 'problem'; problem: HolderProblem };

/**
 * One reading of the digits: `position` moves on at the pace of the plan, once the microphone is open. What was stopped is
 * dropped.
 */
export function useReading(
  journey: Journey | undefined,
  onTaken: (journey: Journey) => unknown,
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
    let endPace = (): void => undefined;
    const onOpen = (digits: string): void => {
      if (stopped.current) return;
      setReading({ at: 'reading', opened: { digits, position: -1 } });
      endPace();
      endPace = paced(digitPace(digits.length), () => (stopped.current ? undefined : setReading(onward)));
    };
    setReading({ at: 'reading' });
    const endLevel = watch(journey.holder.platform);
    takeVoice(journey, { onOpen, heard })
      .then(
        () => gone.current || onTaken(journey),
        (cause: unknown) => gone.current || setReading(afterFailure(asProblem(cause))),
      )
      .finally(() => {
        endPace();
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
  if (reading.at !== 'reading' || reading.opened === undefined) return reading;
  const { digits, position } = reading.opened;
  return { at: 'reading', opened: { digits, position: position + 1 } };
}

function afterFailure(problem: HolderProblem): Reading {
  if (problem.code === 'capture-interrupted') return { at: 'resting', why: 'stopped' };
  if (problem.code === 'capture-empty') return { at: 'resting', why: 'notHeard' };
  return { at: 'problem', problem };
}

/** Calls `step` for each digit, the first one after a moment; the answer ends it. */
function paced(perDigit: number, step: () => void): () => void {
  const tick = (): void => {
    step();
    timer = setTimeout(tick, perDigit);
  };
  let timer = setTimeout(tick, capturePlan.lead);
  return () => clearTimeout(timer);
}
