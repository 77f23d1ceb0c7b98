import { predicateOf } from '../../../shared/scenes.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge } from '../ports/store.ts';
import { adultFrom, ageOn, bornOf } from '../register/age-on.ts';
import type { Decision } from './decision.ts';

/**
 * A pass is one only where what else the scene asks of the holder is so. It is looked at last, after face and voice: a stranger before the
 * camera learns nothing of the holder, and neither the time nor the number of attempts says which of them was missing. It is no failure of the
 * person, and counts against nobody.
 */
export function holdPredicate(
  { now, store }: Pick<AuthorityPorts, 'now' | 'store'>,
  { claims }: Pick<Challenge, 'claims'>,
  decision: Decision,
): Decision {
  const predicate = predicateOf(claims.scene);
  if (decision.outcome !== 'pass' || predicate === undefined || decision.person === undefined)
    return decision;
  const born = bornOf(store, decision.person);
  const missing =
    born === undefined ? 'age-not-known' : ageOn(born, now()) < adultFrom ? 'not-of-age' : undefined;
  return missing === undefined
    ? decision
    : { ...decision, outcome: 'fail', hints: [missing], blameless: true };
}
