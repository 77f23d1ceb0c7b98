import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Credential } from '../ports/store.ts';

/**
 * A credential as it is issued, with the report of a lost card that runs for its person: the report is about the card, so that it follows the person from phone
 * to phone and from one credential to the next, until its time is over or it is withdrawn. It ends with an application by another card, which
 * is one that is valid for longer: `reportEnded`.
 */
export function carryCardReport(
  { store, now }: Pick<AuthorityPorts, 'store' | 'now'>,
  credential: Credential,
): { credential: Credential; reportEnded: boolean } {
  const { person, endsAt = Number.POSITIVE_INFINITY } = credential;
  const report = store.credentials.cardReportOf(person, now());
  const { ofCardUntil = Number.POSITIVE_INFINITY } = report ?? {};
  if (report === undefined || endsAt > ofCardUntil) {
    const unreported: Credential = { ...credential, state: 'active', cardReportEnds: undefined };
    return { credential: unreported, reportEnded: report !== undefined };
  }
  const reported: Credential = {
    ...credential,
    ...{ state: 'card-reported-lost', cardReportEnds: report.ends },
  };
  return { credential: reported, reportEnded: false };
}
