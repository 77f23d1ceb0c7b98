import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../shared/limits.ts';
import { type CounterState, isFinal } from '../../../shared/sessions.ts';

/** An end that the strip lists: its state, its time as far as that is known, and its reference; nobody's name. */
export interface Outcome {
  sessionId: string;
  state: CounterState;
  endedAt?: number;
}

/**
 * Adds what has ended, once, before those that were heard earlier, and forgets what is beyond the last `limits.outcomesShown`. The stream
 * of a counter tells its sessions in the order of their last change.
 */
export function withOutcome(
  outcomes: readonly Outcome[],
  { sessionId, state }: CounterView,
  endedAt: number | undefined,
): readonly Outcome[] {
  if (!isFinal(state) || outcomes.some((known) => known.sessionId === sessionId)) return outcomes;
  return [{ sessionId, state, ...(endedAt !== undefined && { endedAt }) }, ...outcomes].slice(
    0,
    limits.outcomesShown,
  );
}
