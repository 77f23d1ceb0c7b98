import { queueSettling } from '../outbox/queue-message.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { ceremonyOf } from './ceremony-of.ts';
import type { Session } from './session.ts';

/**
 * What is written after the change from one state to the next, and counts only where that change was made: the question to the
 * authority what became of an attempt that nobody here waits for any more, where it could have brought a credential or a delegation.
 */
export function settleLeft(ports: Ports, from: Session, to: Session): Statement[] {
  if (!('attempt' in from)) return [];
  const { passBrings } = ceremonyOf(ports, from).rules;
  if (passBrings !== 'credential' && passBrings !== 'delegation') return [];
  const { challengeId } = from.attempt;
  const goesOn = 'attempt' in to && to.attempt.challengeId === challengeId;
  const decided = from.state === 'deciding' && ['passed', 'failed', 'claimed'].includes(to.state);
  return goesOn || decided ? [] : [queueSettling(ports, challengeId, to)];
}
