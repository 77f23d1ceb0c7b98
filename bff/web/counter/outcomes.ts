import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { limits } from '../../../shared/limits.ts';
import { type CounterState, isFinal } from '../../../shared/sessions.ts';

/** An end that the strip lists: its state, its time and its reference, and nobody's name. */
export interface Outcome {
  sessionId: string;
  state: CounterState;
  decidedAt: number;
}

/** Adds what has ended, once, newest first, and forgets what is beyond the last `limits.outcomesShown`. */
export function withOutcome(
  outcomes: readonly Outcome[],
  { sessionId, state, decidedAt }: CounterView,
): readonly Outcome[] {
  if (!isFinal(state) || decidedAt === undefined) return outcomes;
  if (outcomes.some((known) => known.sessionId === sessionId)) return outcomes;
  return [...outcomes, { sessionId, state, decidedAt }]
    .sort((one, other) => other.decidedAt - one.decidedAt)
    .slice(0, limits.outcomesShown);
}
