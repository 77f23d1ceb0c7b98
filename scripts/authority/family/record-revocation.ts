import type { DelegationId } from '../../../shared/ids.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Point, SignedWord } from '../ports/officers.ts';
import { endDelegations } from '../register/end-delegations.ts';

/**
 * Nobody answers for this person any more; which officers signed that, where and when is written down, whether anybody did or not, and nothing of
 * the person. Which delegations end by it. Called within `store.together`.
 * @param sessionId names the revocation from then on
 */
export function recordRevocation(
  ports: Pick<AuthorityPorts, 'now' | 'store'>,
  sessionId: string,
  { ward, words, point }: { ward: string; words: readonly SignedWord[]; point: Pick<Point, 'pointId'> },
): DelegationId[] {
  const { store, now } = ports;
  store.familyActs.addRevocation({ id: sessionId, pointId: point.pointId, at: now(), hands: words });
  const which = store.delegations.ofWard(ward);
  endDelegations(ports, which, sessionId);
  return which.map(({ id }) => id);
}
