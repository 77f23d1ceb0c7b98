import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Credential } from '../ports/store.ts';
import { reportOfCard } from './report-of-card.ts';

/**
 * Issues a credential, the one way in which one is: with the report of a lost card that runs for its person. The report is about the card, so that it
 * follows the person from phone to phone and from one credential to the next, until its time is over or it is withdrawn. Only another card ends it, which is one that is
 * valid for longer: `reportEnded`. Called within `store.together`.
 * @param by of a `paper` that is no ID card it is not known that there is another
 */
export function issueCredential(
  ports: Pick<AuthorityPorts, 'store' | 'now'>,
  credential: Credential,
  by: 'card' | 'paper' = 'card',
): { credential: Credential; reportEnded: boolean } {
  const { credentials } = ports.store;
  const { person, endsAt } = credential;
  const runs = credentials.cardReportOf(person, ports.now());
  const report = by === 'card' ? reportOfCard(ports, person, endsAt) : runs;
  const issued: Credential =
    report === undefined
      ? { ...credential, state: 'active', cardReportEnds: undefined }
      : { ...credential, state: 'card-reported-lost', cardReportEnds: report.ends };
  credentials.issue(issued);
  return { credential: issued, reportEnded: runs !== undefined && report === undefined };
}
