import * as limits from '../../../shared/limits.ts';
import type { Db, Statement } from '../ports/db.ts';
import type { Live } from './quotas.ts';

/** Written as the partial indexes are, so that only what lives is looked at. */
const live = `deadline > :now and state in ('open', 'claimed', 'challenged', 'deciding')`;
/**
 * When a session is over by what who asked for it is shown of it: until its own deadline the time to wait would tell at which step a
 * person is, who takes the face, and whether there was another try.
 */
const shownEnd = `case state when 'open' then deadline else opened_at + ${limits.checkLifetimeMost} end`;

/** Sessions of a subject, and when each of them is over. Whatever has a counter or a relying party is a check. */
const kinds: Record<Live['kind'], { which: string; end: string }> = {
  'sessions-of-counter': { which: `counter_id = :subject and ${live}`, end: shownEnd },
  'sessions-of-rp': { which: `rp_id = :subject and ${live}`, end: shownEnd },
  'checks-of-device': { which: `device = :subject and ${live} and counter_id is not null`, end: 'deadline' },
  'applications-of-device': {
    which: `device = :subject and ${live} and counter_id is null`,
    end: 'deadline',
  },
};

/**
 * The statement that undoes a write after which more sessions of the subject live than may. It counts what is stored, so that
 * nothing that is forgotten to be counted down keeps anybody out.
 */
export function noMoreLive(
  { kind, most }: Pick<Live, 'kind' | 'most'>,
  subject: string,
  now: number,
): Statement {
  return {
    sql: `select 1 as one where :most >= (
      select count(*) from (select 1 from sessions where ${kinds[kind].which} limit :enough) as held)`,
    params: { subject, now, most, enough: most + 1 },
    rows: 1,
  };
}

/** From when on one more may live at the latest: the end after which fewer than may are left, or `now`. */
export async function roomAt(
  db: Db,
  { kind, most }: Pick<Live, 'kind' | 'most'>,
  subject: string,
  now: number,
): Promise<number> {
  const { which, end } = kinds[kind];
  const [row] = await db.read(
    `select ${end} as ends from sessions where ${which} order by ends desc limit 1 offset :others`,
    { subject, now, others: most - 1 },
  );
  return row === undefined ? now : Number(row.ends);
}
