import type { DisputeRecord } from '../../../../shared/contract/operator/disputes.ts';
import { disputeKinds } from '../../../../shared/contract/protect/dispute.ts';
import { asId, type DisputeId } from '../../../../shared/ids.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Row } from '../../ports/db.ts';
import type { Ports } from '../../ports/ports.ts';
import { cutPage, type PageAsked, placeOf, rowsWanted } from '../page.ts';

const states = ['open', 'upheld', 'dismissed'] as const;

/** Disputes, the newest first: of each its kind, its day and what became of it, and nobody's name. @throws Problem request-invalid */
export async function listDisputes(
  { db }: Pick<Ports, 'db'>,
  asked: PageAsked & { open?: 'yes' },
): Promise<{ disputes: DisputeRecord[]; next?: string }> {
  const place = placeOf(asked);
  const [at = '', id = ''] = place.split(' ');
  const only = asked.open === 'yes' ? `and state = 'open'` : '';
  const rows = await db.read(
    `select * from disputes where (opened_at < :at or (opened_at = :at and id < :id)) ${only}
      order by opened_at desc, id desc limit :limit`,
    {
      ...(place === '' ? { at: Number.MAX_SAFE_INTEGER, id: '' } : { at: Number(at) || 0, id }),
      limit: rowsWanted(asked),
    },
  );
  const { shown, ...rest } = cutPage(rows, asked, (row) => `${row.opened_at} ${row.id}`);
  return { disputes: shown.map(disputeIn), ...rest };
}

/** @throws Problem not-found */
export async function readDispute({ db }: Pick<Ports, 'db'>, disputeId: DisputeId): Promise<DisputeRecord> {
  const [row] = await db.read('select * from disputes where id = :disputeId', { disputeId });
  if (row === undefined) throw new Problem('not-found');
  return disputeIn(row);
}

function disputeIn(row: Row): DisputeRecord {
  const kind = disputeKinds.find((known) => known === row.kind);
  const state = states.find((known) => known === row.state);
  if (kind === undefined || state === undefined) throw new Error('a stored dispute is of no known kind');
  return {
    disputeId: asId('dsp', String(row.id)),
    ...{ kind, day: String(row.day), state },
    ...(row.resolved_by === null ? {} : { resolvedBy: asId('opr', String(row.resolved_by)) }),
    ...(row.resolved_at === null ? {} : { resolvedAt: Number(row.resolved_at) }),
  };
}
