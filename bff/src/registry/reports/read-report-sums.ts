import { type AskedForMore, askedForMore } from '../../../../shared/contract/receipt/02-report.ts';
import type { ReportSums, ReportSumsOfRp } from '../../../../shared/contract/receipt/03-report-sums.ts';
import { asId, type RpId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import type { Row } from '../../ports/db.ts';
import type { Ports } from '../../ports/ports.ts';
import { cutPage, type PageAsked, placeOf, rowsWanted } from '../page.ts';

const months = `select rp_id, substr(day, 1, 7) as month, sum(reports) as reports,
    ${askedForMore.map((what) => `sum(${what}) as ${what}`).join(', ')} from report_sums`;
const enough = `having sum(reports) >= ${limits.reportsTogether}`;
const monthsShown = 12;

/** What holders reported of the relying party, by month, the newest first: as much as the operator is shown of it. */
export async function readReportSums(
  { db }: Pick<Ports, 'db'>,
  rpId: RpId,
): Promise<{ months: ReportSums[] }> {
  const rows = await db.read(
    `${months} where rp_id = :rpId group by rp_id, substr(day, 1, 7) ${enough} order by month desc limit :most`,
    { rpId, most: monthsShown },
  );
  return { months: rows.map(sumsIn) };
}

/** The same of every relying party, by month and then by relying party. @throws Problem request-invalid */
export async function readAllReportSums(
  { db }: Pick<Ports, 'db'>,
  asked: PageAsked,
): Promise<{ sums: ReportSumsOfRp[]; next?: string }> {
  const [month = '', rpId = ''] = placeOf(asked).split(' ');
  const rows = await db.read(
    `select * from (${months} group by rp_id, substr(day, 1, 7) ${enough}) as shown
      where :month = '' or month < :month or (month = :month and rp_id > :rpId)
      order by month desc, rp_id limit :limit`,
    { month, rpId, limit: rowsWanted(asked) },
  );
  const { shown, ...rest } = cutPage(rows, asked, (row) => `${row.month} ${row.rp_id}`);
  return { sums: shown.map((row) => ({ rpId: asId('rp', String(row.rp_id)), ...sumsIn(row) })), ...rest };
}

function sumsIn(row: Row): ReportSums {
  return {
    month: String(row.month),
    reports: told(row.reports),
    ...Object.fromEntries(
      askedForMore
        .map((what): [AskedForMore, number] => [what, told(row[what])])
        .filter(([, count]) => count > 0),
    ),
  };
}

/** As many as are told together, or none: one more never shows by itself. */
function told(count: Row[string] | undefined): number {
  return Math.floor(Number(count ?? 0) / limits.reportsTogether) * limits.reportsTogether;
}
