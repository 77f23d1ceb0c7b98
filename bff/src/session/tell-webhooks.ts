import { endStates } from '../../../shared/contract/webhook/session-ended.ts';
import * as limits from '../../../shared/limits.ts';
import { isFinal, shownToCounter } from '../../../shared/sessions.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { queueEvent } from '../webhook/queue-event.ts';
import { isForRp } from './ceremony-of.ts';
import { isLiveCheck, type Session } from './session.ts';

/**
 * What is written with every change of a session for the webhooks of its RP: that it has ended, or that its counter was told that
 * somebody needs more time. Nothing in between: no event, and no number of events, is of what happens on the phone. That it has ended, and how, is
 * told for as long as a receiver is tried for; all else goes with the session.
 */
export function tellWebhooks(
  ports: Pick<Ports, 'now' | 'random' | 'ceremonies'>,
  from: Session,
  to: Session,
): Statement[] {
  if (to.asked.by !== 'counter' || !isForRp(ports, to)) return [];
  const type = isFinal(to.state)
    ? 'session.ended'
    : needsMoreTime(from, to)
      ? 'session.needs-more-time'
      : undefined;
  if (type === undefined) return [];
  const at = 'endedAt' in to ? to.endedAt : ports.now();
  const endedAs = endStates.find((state) => state === shownToCounter(to.state));
  const kept = endedAs === undefined ? limits.resultRetention : limits.webhookEndKept;
  return queueEvent(ports, {
    ...{ rpId: to.asked.request.rpId, sessionId: to.id, type, at, endedAs },
    ...{ place: to.version, expiresAt: at + kept },
  });
}

function needsMoreTime(from: Session, to: Session): boolean {
  const told = (session: Session) => isLiveCheck(session) && session.asked.needsMoreTime === true;
  return told(to) && !told(from);
}
