import type { AskedForMore } from '../../../shared/contract/receipt/02-report.ts';
import { askOpenly } from '../holder/ask-openly.ts';
import { record } from '../holder/guards.ts';
import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';

/**
 * Reports, by the form in a receipt and without saying who reports, what a counter wanted beyond the check. Sent again, as on a bad line,
 * it has been made all the same. @throws HolderProblem report-late, report-refused, network-failed, ...
 */
export async function reportMore(
  holder: Holder,
  report: string,
  asked: readonly AskedForMore[],
): Promise<void> {
  const body = { report, asked };
  await askOpenly(holder, { path: '/holder/v1/reports', body, guard: record({}) }).catch(
    (problem: unknown) => {
      if (!(problem instanceof HolderProblem) || problem.code !== 'report-made') throw problem;
    },
  );
}
