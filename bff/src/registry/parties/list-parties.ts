import type { RelyingPartyRecord } from '../../../../shared/contract/operator/relying-parties.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Ports } from '../../ports/ports.ts';
import { cutPage, type PageAsked, placeOf, rowsWanted } from '../page.ts';
import { readRp, rpColumns, rpIn } from '../view/rp-record.ts';
import { findParties } from './find-parties.ts';

/** Relying parties in the order of their ids, or those that are found. @throws Problem request-invalid, as for both at once */
export async function listParties(
  { db }: Pick<Ports, 'db'>,
  asked: PageAsked & { standing?: 'active' | 'revoked'; find?: string },
): Promise<{ relyingParties: RelyingPartyRecord[]; next?: string }> {
  const { find } = asked;
  if (find !== undefined && asked.standing !== undefined) throw new Problem('request-invalid');
  if (find !== undefined) return findParties({ db }, { ...asked, find });
  const standing = { active: 'and rp.revoked_at is null', revoked: 'and rp.revoked_at is not null' };
  const rows = await db.read(
    `select ${rpColumns} from relying_parties rp
      where rp.id > :after ${asked.standing === undefined ? '' : standing[asked.standing]}
      order by rp.id limit :limit`,
    { after: placeOf(asked), limit: rowsWanted(asked) },
  );
  const { shown, ...rest } = cutPage(rows, asked, ({ id }) => String(id));
  return { relyingParties: shown.map((row) => rpIn(row).record), ...rest };
}

/** @throws Problem not-found */
export async function showParty(
  { db }: Pick<Ports, 'db'>,
  rpId: RelyingPartyRecord['rpId'],
): Promise<RelyingPartyRecord> {
  return (await readRp(db, rpId)).record;
}
