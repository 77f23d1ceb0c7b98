import { dateInChina } from '../../../shared/china-calendar.ts';
import {
  type AskedForMore,
  askedForMore,
  type ReportBody,
} from '../../../shared/contract/receipt/02-report.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { networkOf } from '../quota/network-of.ts';
import { take } from '../quota/take.ts';

/**
 * Counts what a holder reports by a form that the authority has signed, once. Of the report nothing is kept but one more of the relying
 * party's on that day; of the form its nullifier, for as long as it could come again. Who sends it is not asked.
 * @throws Problem too-many-requests, report-refused, report-late, report-made, authority-unavailable
 */
export async function report(
  ports: Ports,
  source: string,
  { report: form, asked }: ReportBody,
): Promise<Record<never, never>> {
  await take(ports, [{ quota: 'reports-by-network', subject: networkOf(source) }]);
  const { rpId, day, nullifier } = await ports.authority.readReport(form);
  const now = ports.now();
  // The authority's clock may be seconds ahead, and midnight lie between.
  if (day > dateInChina(now + limits.clockSkew)) throw new Problem('report-refused');
  if (day < dateInChina(now - limits.reportAge)) throw new Problem('report-late');
  const spend = {
    sql: 'insert into spent_reports (nullifier, day) values (:nullifier, :day)',
    params: { nullifier, day },
  };
  const written = await ports.db.write([spend, addOne(rpId, day, asked)]);
  if (!written.done) throw new Problem('report-made');
  return {};
}

function addOne(rpId: string, day: string, asked: readonly AskedForMore[]): Statement {
  const more = askedForMore.map((what) => `${what} = report_sums.${what} + excluded.${what}`).join(', ');
  const wanted = askedForMore.map((what) => [what, asked.includes(what) ? 1 : 0] as const);
  return {
    sql: `insert into report_sums (rp_id, day, reports, ${askedForMore.join(', ')})
      values (:rpId, :day, 1, :${askedForMore.join(', :')})
      on conflict (rp_id, day) do update set reports = report_sums.reports + 1, ${more}`,
    params: { rpId, day, ...Object.fromEntries(wanted) },
  };
}
