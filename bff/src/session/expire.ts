import { limits } from '../../../shared/limits.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { Ports } from '../ports/ports.ts';
import { change, ended } from './change.ts';
import { forgetCalls } from './idempotency.ts';
import { updateSession } from './row.ts';
import type { Session } from './session.ts';

/**
 * Does what the deadline of a session demands: a live one ends, an ended one forgets which phone took part and which
 * calls made it. What is being decided
 * is left to who waits for its verdict (`attempt/give-up.ts`): it is not given up without asking.
 */
export async function expire(ports: Ports, session: Session): Promise<void> {
  if (isFinal(session.state)) return forget(ports, session);
  if (session.state === 'deciding') return;
  const done = await change(ports, session, ended(session, 'expired', ports.now(), limits.claimMemory));
  if (typeof done === 'string') return;
  void ports.audit({ event: 'session-ended', by: 'clock', sessionId: session.id, state: 'expired' });
}

async function forget(ports: Ports, session: Session): Promise<void> {
  const forgotten: Session = {
    ...session,
    version: session.version,
    deadline: session.deadline + limits.resultRetention,
  };
  if ('readableBy' in forgotten) delete forgotten.readableBy;
  await ports.db.write([updateSession(session, forgotten), forgetCalls(session.id)]);
}
