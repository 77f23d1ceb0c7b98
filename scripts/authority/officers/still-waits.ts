import type { caseCauses } from '../../../shared/contract/raise/08-decision.ts';
import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Case } from '../ports/officers.ts';

type Cause = (typeof caseCauses)[number];

/**
 * How long a case waits: what nobody decided in time for its holder, who was told to come again, stays as it is, and so does one that was drawn. What a revoked
 * officer raised waits until somebody has looked at it.
 */
const lifetimes: Readonly<Record<Cause, number>> = {
  asked: limits.reviewLifetime,
  flagged: limits.reviewLifetime,
  drawn: limits.drawnReviewLifetime,
  revoked: Number.POSITIVE_INFINITY,
};

/** From when on a case of each cause waits still, epoch milliseconds. */
export function waitsSince({ now }: Pick<AuthorityPorts, 'now'>): Record<Cause, number> {
  const since = (cause: Cause) => Math.max(0, now() - lifetimes[cause]);
  return {
    asked: since('asked'),
    flagged: since('flagged'),
    drawn: since('drawn'),
    revoked: since('revoked'),
  };
}

/** Whether nobody has decided it, and it has not lapsed. */
export function stillWaits(ports: Pick<AuthorityPorts, 'now' | 'store'>, { id }: Pick<Case, 'id'>): boolean {
  return ports.store.cases.waits(id, waitsSince(ports));
}
