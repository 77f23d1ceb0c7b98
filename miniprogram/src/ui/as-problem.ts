import { HolderProblem } from '../holder/holder-problem.ts';

/** Whatever was thrown, as a problem that a page can show. */
export function asProblem(cause: unknown): HolderProblem {
  return cause instanceof HolderProblem ? cause : new HolderProblem('answer-unreadable', { cause });
}
