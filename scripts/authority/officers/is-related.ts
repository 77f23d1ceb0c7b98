import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Officer } from '../ports/officers.ts';

/** Whether the officer may have nothing to do with what concerns this person: nobody decides about himself, nor about a guardian or ward of his own. */
export function isRelated(
  { store }: Pick<AuthorityPorts, 'store'>,
  person: string,
  officer: Pick<Officer, 'person'>,
): boolean {
  return person === officer.person || store.delegations.relates(person, officer.person);
}
