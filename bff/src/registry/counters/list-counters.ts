import type { CounterRecord } from '../../../../shared/contract/operator/counters.ts';
import type { RpId } from '../../../../shared/ids.ts';
import type { Ports } from '../../ports/ports.ts';
import { cutPage, type PageAsked, placeOf, rowsWanted } from '../page.ts';
import { countersIn } from '../view/counter-record.ts';

interface Asked extends PageAsked {
  rpId?: RpId;
  standing?: 'active' | 'revoked';
  /** Only active ones of which the registration ends before, epoch milliseconds. */
  endsBefore?: number;
}

/** Counters in the order of their ids. @throws Problem request-invalid */
export async function listCounters(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  asked: Asked,
): Promise<{ counters: CounterRecord[]; next?: string }> {
  const { rpId, standing, endsBefore } = asked;
  const where = [
    'id > :after',
    ...(rpId === undefined ? [] : ['rp_id = :rpId']),
    ...(standing === undefined ? [] : [`revoked_at is ${standing === 'active' ? '' : 'not '}null`]),
    ...(endsBefore === undefined ? [] : ['revoked_at is null and registration_ends < :endsBefore']),
  ];
  const rows = await db.read(`select * from counters where ${where.join(' and ')} order by id limit :limit`, {
    ...{ after: placeOf(asked), limit: rowsWanted(asked) },
    ...(rpId === undefined ? {} : { rpId }),
    ...(endsBefore === undefined ? {} : { endsBefore }),
  });
  const { shown, ...rest } = cutPage(rows, asked, ({ id }) => String(id));
  return { counters: await countersIn(db, shown, now()), ...rest };
}
