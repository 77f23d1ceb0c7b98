import { limits } from '../../../shared/limits.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { queueEvent } from '../webhook/queue-event.ts';
import { isLiveCheck, type Session } from './session.ts';

/**
 * What is written with every change of a session for the webhooks of its RP: that it has ended, or that its counter was told that
 * somebody needs more time. Nothing in between: no event, and no number of events, is of what happens on the phone.
 */
export function tellWebhooks(ports: Pick<Ports, 'now' | 'random'>, from: Session, to: Session): Statement[] {
  if (to.asked.by !== 'counter') return [];
  const type = isFinal(to.state)
    ? 'session.ended'
    : needsMoreTime(from, to)
      ? 'session.needs-more-time'
      : undefined;
  if (type === undefined) return [];
  const at = 'endedAt' in to ? to.endedAt : ports.now();
  return queueEvent(ports, {
    ...{ rpId: to.asked.request.rpId, sessionId: to.id, type, at },
    ...{ place: to.version, expiresAt: at + limits.resultRetention },
  });
}

function needsMoreTime(from: Session, to: Session): boolean {
  const told = (session: Session) => isLiveCheck(session) && session.asked.needsMoreTime === true;
  return told(to) && !told(from);
}
