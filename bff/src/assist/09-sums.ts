import type { AssistSums } from '../../../shared/contract/assist/09-sums.ts';
import { asId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import { cutPage, type PageAsked, placeOf, rowsWanted } from '../registry/page.ts';

const together = limits.assistsTogether;
/** After every month. */
const latest = '9999-12';

/**
 * Checks without a face, by month, the newest first, and then by relying party: in steps, so that one more never shows by itself, neither in how
 * many there were nor in how long they took, and none of a relying party that has had fewer.
 * @throws Problem request-invalid
 */
export async function readAssists(
  { db }: Pick<Ports, 'db'>,
  asked: PageAsked,
): Promise<{ sums: AssistSums[]; next?: string }> {
  const [month = '', rpId = ''] = placeOf(asked).split(' ');
  const newest = month === '' ? latest : month;
  const rows = await db.read(
    `select rp_id, month, told_checks, told_seconds from assist_sums
      where month <= :newest and (month < :newest or rp_id > :rpId) and told_checks >= :together
      order by month desc, rp_id limit :limit`,
    { together, newest, rpId, limit: rowsWanted(asked) },
  );
  const { shown, ...rest } = cutPage(rows, asked, (row) => `${row.month} ${row.rp_id}`);
  const sums = shown.map(({ rp_id, month, told_checks: checks, told_seconds: seconds }) => ({
    rpId: asId('rp', String(rp_id)),
    month: String(month),
    checks: Number(checks),
    meanSeconds: Math.round(Number(seconds) / Number(checks) / 10) * 10,
  }));
  return { sums, ...rest };
}
