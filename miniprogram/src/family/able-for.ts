import type { DelegationView } from '../../../shared/contract/family/terms.ts';
import { levelSuffices, levels } from '../../../shared/levels.ts';
import type { Asker } from '../holder/who-asks.ts';

/** A ward's credential is of the lowest level always. */
const [wardLevel] = levels;

/**
 * Those who may have a check: what the owner answers for includes this kind of business, stands at this moment, and no more is asked for than a ward has. The
 * authority decides in the end; nobody else is offered.
 */
export function ableFor(
  { scene, level }: Pick<Asker, 'scene' | 'level'>,
  delegations: readonly DelegationView[],
): DelegationView[] {
  if (!levelSuffices(wardLevel, level)) return [];
  return delegations.filter(({ state, scenes }) => state === 'active' && scenes.includes(scene));
}
