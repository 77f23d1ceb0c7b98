import { ceremonies } from '../../../shared/ceremonies.ts';
import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import type { Registrant } from '../../../shared/contract/authority/registration.ts';
import { Problem } from '../../../shared/problem.ts';
import type { CounterTable } from '../ports/store.ts';

/**
 * The counter that a challenge is asked for, as it is registered here: what the BFF calls it does not count. Where the holder asks
 * for himself, or another person asks, there is none.
 * @throws Problem who-asks-unknown where it is not registered, for another RP, or not for that scene
 */
export function whoAsks(
  counters: CounterTable,
  { ceremony, rpId, counterId, scene, purpose }: AuthorityChallengeBody,
): Pick<Registrant, 'rpName'> {
  const rules: CeremonyRules = ceremonies[ceremony];
  if (rules.level !== 'of-scene') {
    if (`${rpId}${counterId}` !== '' || !isOwn(rules, { scene, purpose }))
      throw new Problem('who-asks-unknown');
    return { rpName: '' };
  }
  const registered = counters.find(counterId);
  if (registered?.rpId !== rpId || !registered.scenes.some((each) => each === scene))
    throw new Problem('who-asks-unknown');
  return registered;
}

/** What a ceremony is for by itself; what an act weakens is named in the place of a purpose. */
function isOwn(
  { asksFor, level }: CeremonyRules,
  { scene, purpose }: { scene: string; purpose: string },
): boolean {
  if (asksFor !== undefined) return scene === asksFor.scene && purpose === asksFor.purpose;
  return scene === '' && (purpose === '' || level === 'of-credential');
}
