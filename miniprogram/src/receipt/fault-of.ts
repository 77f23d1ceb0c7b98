import { HolderProblem } from '../holder/holder-problem.ts';

/** What is wrong with a receipt that was not taken; undefined where it could not be asked for. One whose key has gone says nothing, for or against anybody. */
export function faultOf(problem: unknown): 'forged' | 'unsaid' | undefined {
  const why = problem instanceof HolderProblem ? (problem.why ?? '') : '';
  if (why === 'key-gone') return 'unsaid';
  return why.startsWith('receipt-') ? 'forged' : undefined;
}
