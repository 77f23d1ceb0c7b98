import type { HolderProblem } from '../../holder/holder-problem.ts';

/** Why a copy is not shown: it is not the authority's, nobody can say any more whether it is, or nobody could be asked. */
export type Fault = 'faulty' | 'key-gone' | 'unreachable';

/** What the person is told of what went wrong. All that is not sound is not shown. */
export function faultOf({ code, why }: Pick<HolderProblem, 'code' | 'why'>): Fault {
  if (code !== 'authority-untrusted') return 'unreachable';
  return why === 'key-gone' ? 'key-gone' : 'faulty';
}
