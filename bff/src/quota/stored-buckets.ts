import type { Db, Statement } from '../ports/db.ts';
import type { Bucket } from '../ports/quotas.ts';

/**
 * The statement that draws one from a bucket in the database; it gives one row, or none where the bucket is empty. A bucket that
 * says it will be full later than it could be is one of a clock that was set back since: it counts as full.
 */
export function drawStored({ key, atOnce, every }: Bucket, now: number): Statement {
  return {
    sql: `insert into buckets (subject, full_at) values (:subject, :after)
      on conflict (subject) do update
        set full_at = case when buckets.full_at > :now and buckets.full_at <= :latest then buckets.full_at + :every else :after end
        where buckets.full_at <= :enough or buckets.full_at > :latest returning full_at`,
    params: {
      subject: key,
      now,
      every,
      after: now + every,
      enough: now + (atOnce - 1) * every,
      latest: now + atOnce * every,
    },
    rows: 1,
  };
}

/** The statement that puts back what was drawn in vain. */
export function putBack({ key, every }: Bucket): Statement {
  return {
    sql: 'update buckets set full_at = full_at - :every where subject = :subject',
    params: { subject: key, every },
  };
}

/** From when on the bucket has one. */
export async function freeAt(db: Db, { key, atOnce, every }: Bucket): Promise<number> {
  const [row] = await db.read('select full_at from buckets where subject = :subject', { subject: key });
  return row === undefined ? 0 : Number(row.full_at) - (atOnce - 1) * every;
}
