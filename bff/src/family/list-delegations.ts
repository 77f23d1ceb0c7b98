import type { DelegationView } from '../../../shared/contract/family/terms.ts';
import * as limits from '../../../shared/limits.ts';
import { delegationsOf } from '../credential/delegation.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * For whom the holder answers, as it stands at the authority at this moment; those that ended are shown as long as they could be renewed, or for a month. Nothing
 * says who a ward is: the phone knows.
 * @throws Problem authority-unavailable
 */
export async function listDelegations(
  ports: Ports,
  { holderId }: HolderCaller,
): Promise<{ delegations: DelegationView[]; most: number }> {
  const own = await delegationsOf(ports, holderId);
  const most = limits.wardsPerGuardian;
  if (own.length === 0) return { delegations: [], most };
  const ids = own.slice(-4 * most).map(({ delegationId }) => delegationId);
  const there = new Map(
    (await ports.delegations.standing(ids)).map((standing) => [standing.delegationId, standing]),
  );
  const delegations = own.flatMap(({ delegationId, asks, tellsFrom, state }): DelegationView[] => {
    const standing = there.get(delegationId);
    if (standing === undefined) return [];
    const asked = { asks, ...(tellsFrom !== undefined && { tellsFrom }) };
    // What was ended here is on its way there.
    if (state === 'ended' && standing.state !== 'ended') return [{ ...standing, ...asked, state }];
    return [{ ...standing, ...asked }];
  });
  return { delegations: delegations.filter((each) => isShown(each, ports.now())), most };
}

function isShown({ state, endsAt, renewable }: DelegationView, now: number): boolean {
  return state !== 'ended' || renewable !== undefined || endsAt + limits.delegationShown > now;
}
