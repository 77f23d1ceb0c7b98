import type { Card } from '../../../shared/sample/card.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';

/** Whose number is on the card, by the register's keyed hash: whether there is such a person, and of that name, is looked at elsewhere. */
export function personOfCard({ register }: AuthorityPorts, { idNumber, name }: Card): string {
  return register.look(idNumber, name).person;
}
