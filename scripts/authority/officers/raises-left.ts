import { beginningInChina, dateInChina } from '../../../shared/china-calendar.ts';
import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';

/**
 * How many more an officer may raise, confirm in a review, bind or revoke at a point today, by China's calendar. A revocation counts also where nobody answered for
 * the person, or it was refused: what is left tells no officer for whom somebody does, nor whose name goes with a number.
 */
export function raisesLeft(
  { store, now }: AuthorityPorts,
  { officerId, pointId }: { officerId: string; pointId: string },
): number {
  const since = beginningInChina(dateInChina(now()));
  const done = (by: { officerId: string } | { pointId: string }) =>
    store.cases.countRaised(by, since) + store.familyActs.count(by, since);
  const ofOfficer = limits.raisesPerOfficerDay - done({ officerId });
  const ofPoint = limits.raisesPerPointDay - done({ pointId });
  return Math.max(0, Math.min(ofOfficer, ofPoint));
}
