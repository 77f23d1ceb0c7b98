import type { RetryHint } from '../../../shared/challenge.ts';
import type { CardFinding } from '../raise/judge-card.ts';

/**
 * What a card lacks that goes with a shown credential, as the phone is told of it: of whose the card is, and which of name and number is another's, nothing is said.
 * That the name differs is for two officers to bear out. One that somebody looks for lacks nothing: what becomes of it the ceremony says.
 */
export function lackOfCard(finding: CardFinding, nameExcepted: boolean): RetryHint | undefined {
  switch (finding) {
    case 'fits':
    case 'flagged':
      return undefined;
    case 'name-differs':
      return nameExcepted ? undefined : 'card-not-matched';
    case 'of-another':
      return 'card-not-matched';
    case 'expired':
      return 'card-expired';
    case 'forged':
      return 'card-doubted';
  }
}
