import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { SignedWord } from '../ports/officers.ts';
import { raisesLeft } from './raises-left.ts';

/** Whether all who signed, and their points, may still do something today. */
export function dayHasRoom(ports: AuthorityPorts, words: readonly SignedWord[]): boolean {
  return words.every(({ officerId }) => {
    const pointId = ports.store.officers.find(officerId)?.pointId;
    return pointId !== undefined && raisesLeft(ports, { officerId, pointId }) > 0;
  });
}
