import { HolderProblem } from '../../miniprogram/src/holder/holder-problem.ts';
import { CallProblem } from '../stand-ins/call-json.ts';

export type Outcome = 'pass' | 'fail' | 'refused' | 'issued';

/** One case of the demo, as `--json` prints it. */
export interface CaseResult {
  case: string;
  person: string;
  expected: Outcome;
  /** `error`: it ended in none of these. */
  actual: Outcome | 'error';
  /** What the phone learned: hints, or the code of a problem. */
  reason: string;
  /** From the BFF's taking of the verdict to its event at the counter; null where there was none. */
  msVerdictToCounter: number | null;
  msTotal: number;
}

/** A step and how long it took, in milliseconds. */
export interface StepTime {
  step: string;
  ms: number;
}

export function isAsExpected({ expected, actual }: CaseResult): boolean {
  return expected === actual;
}

/** The code of a problem, and which check refused; the message of any other error. */
export function reasonOf(problem: unknown): string {
  if (problem instanceof HolderProblem) {
    return problem.why === undefined ? problem.code : `${problem.code} (${problem.why})`;
  }
  if (problem instanceof CallProblem) return problem.code;
  return problem instanceof Error ? problem.message : 'unknown';
}
