import type { AuthorityPorts } from '../ports/authority-ports.ts';

/**
 * The report of a lost card that runs for this person, where it is about a card of that validity: one that is valid for longer is another card.
 * @param until when the card ends, epoch milliseconds; undefined of one for life
 */
export function reportOfCard(
  { store, now }: Pick<AuthorityPorts, 'store' | 'now'>,
  person: string,
  until: number | undefined,
): { ends: number } | undefined {
  const report = store.credentials.cardReportOf(person, now());
  const never = Number.POSITIVE_INFINITY;
  return report !== undefined && (until ?? never) <= (report.ofCardUntil ?? never) ? report : undefined;
}
