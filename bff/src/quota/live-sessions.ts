import type { Db, Statement } from '../ports/db.ts';
import type { Live } from './quotas.ts';

/** One text for each column, written as the partial indexes are, so that only what lives is looked at. */
const living = {
  counter_id: `from sessions where counter_id = :subject and deadline > :now
    and state in ('open', 'claimed', 'challenged', 'deciding')`,
  rp_id: `from sessions where rp_id = :subject and deadline > :now
    and state in ('open', 'claimed', 'challenged', 'deciding')`,
  device: `from sessions where device = :subject and deadline > :now
    and state in ('open', 'claimed', 'challenged', 'deciding')`,
} as const;
const asking = { 'by-counter': 'and counter_id is not null', 'by-holder': 'and counter_id is null' } as const;

/**
 * The statement that undoes a write after which more sessions of the subject live than may. It counts what is stored, so that
 * nothing that is forgotten to be counted down keeps anybody out.
 */
export function noMoreLive({ column, asked, most }: Live, subject: string, now: number): Statement {
  return {
    sql: `select 1 as one where :most >= (
      select count(*) from (select id ${living[column]} ${asking[asked]} limit :enough) as held)`,
    params: { subject, now, most, enough: most + 1 },
    rows: 1,
  };
}

/** From when on one more may live: the deadline after which fewer than may are left, or `now`. */
export async function roomAt(
  db: Db,
  { column, asked, most }: Live,
  subject: string,
  now: number,
): Promise<number> {
  const [row] = await db.read(
    `select deadline ${living[column]} ${asking[asked]} order by deadline desc limit 1 offset :others`,
    { subject, now, others: most - 1 },
  );
  return row === undefined ? now : Number(row.deadline);
}
