import { type CeremonyRules, ceremonies } from '../../../shared/ceremonies.ts';
import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import type { Registrant } from '../../../shared/contract/authority/registration.ts';
import { Problem } from '../../../shared/problem.ts';
import type { CounterTable } from '../ports/store.ts';

/**
 * The counter that a challenge is asked for, as it is registered here: what the BFF calls it does not count. Where the holder asks
 * for himself there is none.
 * @throws Problem who-asks-unknown where it is not registered, for another RP, or not for that scene
 */
export function whoAsks(
  counters: CounterTable,
  { ceremony, rpId, counterId, scene }: AuthorityChallengeBody,
): Pick<Registrant, 'rpName'> {
  const rules: CeremonyRules = ceremonies[ceremony];
  if (rules.level !== 'of-scene') {
    if (`${rpId}${counterId}` !== '') throw new Problem('who-asks-unknown');
    return { rpName: '' };
  }
  const registered = counters.find(counterId);
  if (registered?.rpId !== rpId || !registered.scenes.some((each) => each === scene))
    throw new Problem('who-asks-unknown');
  return registered;
}
