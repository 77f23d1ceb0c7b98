import type { RetryHint } from '../../../shared/challenge.ts';
import type { Card } from '../../../shared/sample/card.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { isSought } from '../raise/is-sought.ts';
import { judgeCard } from '../raise/judge-card.ts';
import { isReportedLost } from '../register/is-reported-lost.ts';
import { lackOfCard } from './lack-of-card.ts';

/**
 * What stands against the guardian by the card that an officer read at the desk: it has to be the card of whoever shows the credential, so that
 * whoever holds the phone, and has shown the face to it, is who stands there. The rules are those of a raise, but that nothing is left to another officer: one that somebody
 * looks for, or that was reported lost, is none.
 * @returns undefined where nothing does
 */
export function refuseGuardian(
  ports: AuthorityPorts,
  guardian: string,
  card: Card,
  nameExcepted: boolean,
): { outcome: 'fail' | 'retry'; hint: RetryHint } | undefined {
  const lack = lackOfCard(judgeCard(ports, guardian, card), nameExcepted);
  // A slip of the finger is typed anew.
  if (lack === 'card-not-matched' && card.chip === null) return { outcome: 'retry', hint: lack };
  if (lack !== undefined) return { outcome: 'fail', hint: lack };
  return isReportedLost(ports, guardian, card) || isSought(ports, card)
    ? { outcome: 'fail', hint: 'card-doubted' }
    : undefined;
}
