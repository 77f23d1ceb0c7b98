import type { RpId } from '../../../../shared/ids.ts';
import type { Statement } from '../../ports/db.ts';

/** Characters of a term that are kept; no name is longer. */
const mostOfTerm = 60;

/** How a text is compared: full width, capitals, and whatever is neither a letter nor a digit make no difference. */
export function searchable(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  return [...words.filter((word) => word !== '').join(' ')].slice(0, mostOfTerm).join('');
}

/** What a relying party is found by the beginnings of: its id and its name, from each word on. */
export function searchTerms(rpId: RpId, name: string): string[] {
  const fromEachWord = (text: string) =>
    text.split(' ').map((_word, place, words) => words.slice(place).join(' '));
  return [...new Set([rpId, name].map(searchable).flatMap(fromEachWord))].filter((term) => term !== '');
}

/** The statements by which a relying party is found by that name, and no longer by another. */
export function keepTerms(rpId: RpId, name: string): Statement[] {
  return [
    { sql: 'delete from relying_party_terms where rp_id = :rpId', params: { rpId } },
    ...searchTerms(rpId, name).map((term) => ({
      sql: 'insert into relying_party_terms (rp_id, term) values (:rpId, :term)',
      params: { rpId, term },
    })),
  ];
}
