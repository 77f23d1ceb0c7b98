import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { RaisedBy } from '../ports/officers.ts';
import type { Place } from '../ports/page.ts';
import { placeAfter } from '../store/place-after.ts';
import { lowerRaised } from './lower-raised.ts';

/**
 * Puts all under review that an officer, a point or a passkey has raised: each of those credentials is basic until another officer has
 * confirmed it, and what was set beside the level waits. Those that wait already go on waiting, and whoever reviews them is told. Answers how many were taken back.
 */
export function reviewRaised(ports: AuthorityPorts, by: RaisedBy): number {
  const { store } = ports;
  return store.together(() => {
    let underReview = 0;
    let before: Place | undefined;
    do {
      const page = { most: limits.officerActsPerPage, before };
      const cases = store.cases.raisedBy(by, page);
      for (const found of cases) {
        if (found.state === 'in-review') store.cases.suspect(found.id);
        if (found.state !== 'raised') continue;
        lowerRaised(ports, found, 'waits');
        store.cases.reopen(found.id, 'revoked');
        underReview += 1;
      }
      before = placeAfter(cases, page);
    } while (before !== undefined);
    return underReview;
  });
}
