import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { SignedWord } from '../ports/officers.ts';
import type { Challenge } from '../ports/store.ts';

/**
 * What officers signed of a binding or a revocation that was not to be: when and where, and nothing of the person. It counts towards their day. Called within
 * `store.together`.
 */
export function recordRefusal(
  { store, now }: Pick<AuthorityPorts, 'now' | 'store'>,
  { claims }: Challenge,
  words: readonly SignedWord[],
): void {
  const [first] = words;
  const shift = first && store.shifts.find(first.shiftId);
  const officer = shift && store.officers.find(shift.officerId);
  if (officer?.pointId === undefined) return;
  store.familyActs.addRefusal({
    ...{ id: claims.challengeId, pointId: officer.pointId, at: now() },
    hands: words,
  });
}
