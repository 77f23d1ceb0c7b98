import { ceremonies } from '../../../shared/ceremonies.ts';
import { stillIn } from '../credential/credential.ts';
import type { Ceremony } from '../ports/ceremony.ts';

/** One of the two checks of a meeting. As at a counter, a pass counts only while the credential that was shown is the holder's live one. */
export const peer: Ceremony = {
  rules: ceremonies.peer,
  onPass(sources, { holderId, credential }) {
    if (credential === undefined) throw new Error('a check that shows no credential');
    return {
      withPass: [stillIn(holderId, credential, ceremonies.peer.shownIn, sources.now())],
      unstored: [],
      audit: [],
    };
  },
};
