import type { LogEntry } from '../../../shared/contract/operator/log.ts';
import { asId } from '../../../shared/ids.ts';
import type { Row } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { cutPage, type PageAsked, placeOf, rowsWanted } from './page.ts';

const notFacts = new Set(['chain', 'seq', 'at', 'previous', 'event', 'by', 'operatorId']);

/** What operators did, the newest first, from the audit chain. @throws Problem request-invalid */
export async function readLog(
  { db }: Pick<Ports, 'db'>,
  asked: PageAsked,
): Promise<{ entries: LogEntry[]; next?: string }> {
  const place = placeOf(asked);
  const [at = '', chain = '', seq = ''] = place.split(' ');
  const rows = await db.read(
    `select a.at, a.chain, a.seq, a.entry, a.operator_id, coalesce(o.name, '') as operator_name
      from audit a left join operators o on o.id = a.operator_id
      where a.operator_id is not null and (a.at, a.chain, a.seq) < (:at, :chain, :seq)
      order by a.at desc, a.chain desc, a.seq desc limit :limit`,
    {
      ...(place === ''
        ? { at: Number.MAX_SAFE_INTEGER, chain: '', seq: 0 }
        : { at: Number(at) || 0, chain, seq: Number(seq) || 0 }),
      limit: rowsWanted(asked),
    },
  );
  const { shown, ...rest } = cutPage(rows, asked, (row) => `${row.at} ${row.chain} ${row.seq}`);
  return { entries: shown.map(entryIn), ...rest };
}

function entryIn({ at, entry, operator_id, operator_name }: Row): LogEntry {
  const said: Record<string, unknown> = JSON.parse(String(entry));
  const facts = Object.entries(said).flatMap(([name, value]): [string, string | number | boolean][] => {
    const isFact = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return isFact && !notFacts.has(name) ? [[name, value]] : [];
  });
  return {
    at: Number(at),
    event: String(said.event),
    ...(operator_id === '' ? {} : { operatorId: asId('opr', String(operator_id)) }),
    operatorName: String(operator_name),
    facts: Object.fromEntries(facts),
  };
}
