import { HolderProblem } from '../../miniprogram/src/holder/holder-problem.ts';
import { CallProblem } from '../stand-ins/call-json.ts';

/** The code of a problem, and which check refused; the message of any other error. */
export function reasonOf(problem: unknown): string {
  if (problem instanceof HolderProblem) {
    return problem.why === undefined ? problem.code : `${problem.code} (${problem.why})`;
  }
  if (problem instanceof CallProblem) return problem.code;
  return problem instanceof Error ? problem.message : 'unknown';
}
