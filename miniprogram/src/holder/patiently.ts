import * as limits from '../../../shared/limits.ts';
import type { Clock } from '../platform/platform.ts';
import { type HolderCode, HolderProblem } from './holder-problem.ts';

/** Problems that pass by themselves within seconds. */
const passing: readonly HolderCode[] = [
  'network-failed',
  'answer-unreadable',
  'upload-timeout',
  'too-many-requests',
  'relay-busy',
  'authority-unavailable',
  'platform-unavailable',
  'shutting-down',
  'internal-fault',
];

/**
 * Does it again while only passing problems stand in the way, after the pause that the BFF asks for, else after
 * 0.5, 1, 2, 4 seconds. `act` must be safe to repeat.
 * @throws HolderProblem the last problem
 */
export async function patiently<T>(clock: Clock, act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (problem) {
      const pause = attempt < limits.phoneTries ? pauseAfter(problem, attempt) : undefined;
      if (pause === undefined) throw problem;
      await new Promise<void>((resolve) => clock.after(pause, resolve));
    }
  }
}

function pauseAfter(problem: unknown, attempt: number): number | undefined {
  if (!(problem instanceof HolderProblem) || !passing.includes(problem.code)) return undefined;
  const pause =
    problem.retryAfter === undefined
      ? limits.phoneFirstPause * 2 ** (attempt - 1)
      : problem.retryAfter * 1000;
  return pause <= limits.phoneLongestPause ? pause : undefined;
}
