import type { RelyingPartyRecord } from '../../../../shared/contract/operator/relying-parties.ts';
import type { Ports } from '../../ports/ports.ts';
import { cutPage, type PageAsked, placeOf, rowsWanted } from '../page.ts';
import { rpColumns, rpIn } from '../view/rp-record.ts';
import { searchable } from './search-terms.ts';

/** No character comes after it, in the order of UTF-8. */
const last = '\u{10FFFF}';

/**
 * Relying parties of which the id or the name, from any word on, begins so; in the order of what was found, each once. What it costs
 * grows with the page alone.
 * @throws Problem request-invalid
 */
export async function findParties(
  { db }: Pick<Ports, 'db'>,
  asked: PageAsked & { find: string },
): Promise<{ relyingParties: RelyingPartyRecord[]; next?: string }> {
  const from = searchable(asked.find);
  const place = placeOf(asked);
  const cut = place.lastIndexOf(' ');
  const rows = await db.read(
    `select ${rpColumns}, t.term from relying_party_terms t join relying_parties rp on rp.id = t.rp_id
      where t.term >= :from and t.term < :to and (t.term, t.rp_id) > (:term, :id)
        and not exists (select 1 from relying_party_terms earlier
          where earlier.rp_id = t.rp_id and earlier.term >= :from and earlier.term < t.term)
      order by t.term, t.rp_id limit :limit`,
    {
      ...{ from, to: from + last, limit: rowsWanted(asked) },
      ...(place === '' ? { term: from, id: '' } : { term: place.slice(0, cut), id: place.slice(cut + 1) }),
    },
  );
  const { shown, ...rest } = cutPage(rows, asked, ({ term, id }) => `${term} ${id}`);
  return { relyingParties: shown.map((row) => rpIn(row).record), ...rest };
}
