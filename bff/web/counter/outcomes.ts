import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { limits } from '../../../shared/limits.ts';
import { isFinal } from '../../../shared/sessions.ts';

/** The ends of this counter that the strip lists, newest first: of each its state, its time and its reference, and nobody's name. */
export type Outcomes = readonly CounterView[];

/** Adds what has ended, once, and forgets what is beyond the last `limits.outcomesShown`. */
export function withOutcome(outcomes: Outcomes, view: CounterView): Outcomes {
  if (!isFinal(view.state) || view.decidedAt === undefined) return outcomes;
  if (outcomes.some(({ sessionId }) => sessionId === view.sessionId)) return outcomes;
  const newestFirst = [...outcomes, view].sort((one, other) => (other.decidedAt ?? 0) - (one.decidedAt ?? 0));
  return newestFirst.slice(0, limits.outcomesShown);
}
