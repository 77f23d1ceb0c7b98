import { Problem } from '../../../shared/problem.ts';
import { shiftOfWord } from '../officers/standing-shift.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { SignedWord } from '../ports/officers.ts';
import type { Challenge } from '../ports/store.ts';

/**
 * Whether who signed was at work when they did, at the counter that asks, and officer and passkey stand. Somebody who was revoked after the word was
 * given helps nobody any more; who has gone home since does.
 */
export function attendantStands(
  ports: AuthorityPorts,
  { asked }: Challenge,
  words: readonly SignedWord[],
): boolean {
  return words.every((word) => {
    try {
      const { officer } = shiftOfWord(ports, word);
      return officer.rpId === asked.rpId && officer.counterId === asked.counterId;
    } catch (fault) {
      if (fault instanceof Problem) return false;
      throw fault;
    }
  });
}
