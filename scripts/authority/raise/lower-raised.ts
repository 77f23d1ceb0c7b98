import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Case } from '../ports/officers.ts';
import { setLevel } from '../register/credential-standing.ts';
import { takeBack } from './take-back.ts';

/**
 * Takes back the level that a raise gave, and all that it set beside it (`takeBack`), wherever that has gone since: brought to another phone, or renewed, it stands on
 * another credential of the same person. What a later raise has given stays. Called within `store.together`.
 */
export function lowerRaised(
  ports: Pick<AuthorityPorts, 'now' | 'store'>,
  found: Pick<Case, 'id' | 'person' | 'at'>,
  becomes: 'waits' | 'gone',
): void {
  const { cases, credentials } = ports.store;
  const alive = credentials.aliveOf(found.person);
  if (alive !== undefined && !cases.raisedAfter(found.person, found.at)) setLevel(ports, alive, 'basic');
  takeBack(ports, found, becomes);
}
