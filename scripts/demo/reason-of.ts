import { HolderProblem } from '../../miniprogram/src/holder/holder-problem.ts';
import { CounterProblem } from '../stand-ins/counter/read-answer.ts';

/** The code of a problem, and which check refused; the message of any other error. */
export function reasonOf(problem: unknown): string {
  if (problem instanceof HolderProblem) {
    return problem.why === undefined ? problem.code : `${problem.code} (${problem.why})`;
  }
  if (problem instanceof CounterProblem) return problem.code;
  return problem instanceof Error ? problem.message : 'unknown';
}
