import { serverTime } from '../holder/server-time.ts';
import { extend } from '../verify/02-extend.ts';
import { type Journey, learnView } from './journey.ts';
import { nextStep } from './next-step.ts';

/**
 * Milliseconds that the person has left for the step that runs, by the BFF's clock, or undefined while others work or nothing runs out.
 * Pages show them from `limits.deadlineShown` on, and offer `moreTime` where `view.mayExtend` says so.
 */
export function timeLeft(journey: Journey): number | undefined {
  const { at } = nextStep(journey);
  if (at === 'waiting' || at === 'result' || at === 'start-anew') return undefined;
  const { deadline, serverTime: told } = journey.view;
  if (deadline === undefined) return undefined;
  return Math.max(0, deadline - (serverTime(journey.holder) ?? told));
}

/** Gives the person more time for the step that runs, once a session. @throws HolderProblem extended-already, session-over, ... */
export async function moreTime(journey: Journey): Promise<void> {
  learnView(journey, await extend(journey.holder, journey.view.id));
}
