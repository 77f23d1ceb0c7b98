import type { Card } from '../../../shared/sample/card.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';

/** Whether somebody looks for this very card, by its issuer: whatever else is found of it, and whatever officers except. One that was typed says not which it is. */
export function isSought({ cardIssuer }: Pick<AuthorityPorts, 'cardIssuer'>, { chip }: Card): boolean {
  return chip !== null && cardIssuer.isFlagged(chip.serial);
}
