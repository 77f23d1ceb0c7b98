import type { ErasureRecord } from '../../../shared/contract/operator/erasures.ts';
import type { ErasureId } from '../../../shared/ids.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';

/** What became of an erasure: the day, and whether the authority has deleted its part. @throws Problem not-found */
export async function readErasure({ db }: Pick<Ports, 'db'>, erasureId: ErasureId): Promise<ErasureRecord> {
  const [row] = await db.read(
    `select day, (select count(*) from outbox where outbox.id = erasures.message_id) as waiting from erasures where id = :erasureId`,
    { erasureId },
  );
  if (row === undefined) throw new Problem('not-found');
  return { erasureId, day: String(row.day), state: Number(row.waiting) > 0 ? 'pending' : 'done' };
}
