import { ceremonies } from '../../../shared/ceremonies.ts';
import { stillIn } from '../credential/credential.ts';
import { stillDelegated } from '../credential/delegation.ts';
import type { Ceremony } from '../ports/ceremony.ts';

/**
 * A check. A pass counts only while the credential that was shown is the holder's own and may be shown: both are looked at in the same
 * write, so that a takeover, a freeze or a new application in flight makes it a fail. A card that was reported lost fails strict scenes.
 * Of a guardian's it counts only while the delegation stands too.
 */
export const verify: Ceremony = {
  rules: ceremonies.verify,
  onPass(sources, { holderId, credential, level, delegation }) {
    if (credential === undefined) throw new Error('a check that shows no credential');
    const states = level === 'basic' ? (['active', 'card-reported-lost'] as const) : (['active'] as const);
    const now = sources.now();
    const wards = delegation === undefined ? [] : [stillDelegated(holderId, delegation, now)];
    return { withPass: [stillIn(holderId, credential, states, now), ...wards], unstored: [], audit: [] };
  },
};
