import { validityEnd } from '../../../shared/card-validity.ts';
import type { Card } from '../../../shared/sample/card.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { reportOfCard } from './report-of-card.ts';

/** Whether this card is the one that is reported lost for this person, by the day on which it ends. */
export function isReportedLost(
  ports: Pick<AuthorityPorts, 'store' | 'now'>,
  person: string,
  { validUntil }: Pick<Card, 'validUntil'>,
): boolean {
  return reportOfCard(ports, person, validityEnd(validUntil)) !== undefined;
}
