import { useRef, useState } from 'react';
import { capturePlan, digitPace } from '../../attempt/capture-plan.ts';
import type { HolderProblem } from '../../holder/holder-problem.ts';
import { asProblem } from '../../holder/holder-problem.ts';
import type { Journey } from '../../journey/journey.ts';
import { takeVoice } from '../../journey/take-samples.ts';
import { type Loudness, useLevel } from './use-level.ts';

export type Reading =
  | { at: 'resting'; why?: 'stopped' | 'notHeard' }
  /** `digits` stand once the microphone hears. A position below 0 is before the first one. */
  | { at: 'reading'; digits?: string; position: number }
  | { at: 'problem'; problem: HolderProblem };

/**
 * One reading of the digits: `position` moves on at the pace of the plan, once the microphone is open. What was stopped is
 * dropped.
 */
export function useReading(
  journey: Journey | undefined,
  count: number,
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
    const pace = paceOf(digitPace(count), () => (stopped.current ? undefined : setReading(onward)));
    const onOpen = (digits: string): void => {
      setReading((now) => (now.at === 'reading' ? { ...now, digits } : now));
      pace.begin();
    };
    setReading({ at: 'reading', position: -1 });
    const endLevel = watch(journey.holder.platform);
    takeVoice(journey, { onOpen, heard })
      .then(
        () => gone.current || onTaken(journey),
        (cause: unknown) => gone.current || setReading(afterFailure(asProblem(cause))),
      )
      .finally(() => {
        pace.end();
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
  return reading.at === 'reading' ? { ...reading, position: reading.position + 1 } : reading;
}

function afterFailure(problem: HolderProblem): Reading {
  if (problem.code === 'capture-interrupted') return { at: 'resting', why: 'stopped' };
  if (problem.code === 'capture-empty') return { at: 'resting', why: 'notHeard' };
  return { at: 'problem', problem };
}

/** Calls `step` for each digit, from `begin` on. */
function paceOf(perDigit: number, step: () => void): { begin: () => void; end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const tick = (): void => {
    step();
    timer = setTimeout(tick, perDigit);
  };
  return {
    begin: () => {
      if (!over) timer ??= setTimeout(tick, capturePlan.lead);
    },
    end: () => {
      over = true;
      clearTimeout(timer);
    },
  };
}
