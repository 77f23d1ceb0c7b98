import { dateInChina } from '../../../shared/china-calendar.ts';
import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';

/** How long the rows of a day stay after it is over. */
const tables = {
  receipts: { key: 'locator', kept: limits.receiptRetention },
  spent_reports: { key: 'nullifier', kept: limits.reportAge },
  report_sums: { key: 'rp_id, day', kept: limits.reportRetention },
} as const;

const most: number = limits.forgottenAtOnce;

/** Forgets one portion of the days that are past their time: of receipts, of used report forms or of sums. Answers how many rows that were. */
export function forgetDays(
  table: keyof typeof tables,
): (ports: Pick<Ports, 'db'>, now: number) => Promise<number> {
  const { key, kept } = tables[table];
  const past = `from ${table} where day < :oldest limit :most`;
  return async ({ db }, now) => {
    const oldest = dateInChina(now - kept);
    const [first] = await db.read(`select 1 as one ${past}`, { oldest, most: 1 });
    if (first === undefined) return 0;
    const sql = `delete from ${table} where (${key}) in (select ${key} ${past}) returning 1 as one`;
    const written = await db.write([{ sql, params: { oldest, most } }], { reserve: true });
    return written.done ? (written.rows[0]?.length ?? 0) : 0;
  };
}
