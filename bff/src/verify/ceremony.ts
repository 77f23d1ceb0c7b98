import { ceremonies } from '../../../shared/ceremonies.ts';
import { stillLive } from '../credential/credential.ts';
import type { Ceremony } from '../ports/ceremony.ts';

/**
 * A check. A pass counts only while the credential that was shown is the holder's live one: both are looked at in the same write, so
 * that a takeover or a new application in flight makes it a fail.
 */
export const verify: Ceremony = {
  rules: ceremonies.verify,
  onPass(_sources, { holderId, credential }) {
    if (credential === undefined) throw new Error('a check that shows no credential');
    return { withPass: [stillLive(holderId, credential)], unstored: [], audit: [] };
  },
};
