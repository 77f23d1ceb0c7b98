import { limits } from '../../../shared/limits.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { Ports } from '../ports/ports.ts';
import { change, ended } from './change.ts';
import { updateSession } from './row.ts';
import type { Session } from './session.ts';

/**
 * Does what the deadline of a session demands: a live one ends (a check that the authority never decided is given up as a
 * fault of ours), an ended one forgets which phone took part.
 */
export async function expire(ports: Ports, session: Session): Promise<void> {
  if (isFinal(session.state)) return forget(ports, session);
  const state = session.state === 'deciding' ? 'aborted' : 'expired';
  const done = await change(ports, session, ended(session, state, ports.now(), limits.claimMemory));
  if (typeof done === 'string') return;
  void ports.audit({ event: 'session-ended', by: 'clock', sessionId: session.id, state });
}

async function forget(ports: Ports, session: Session): Promise<void> {
  const forgotten: Session = {
    ...session,
    version: session.version,
    deadline: session.deadline + limits.resultRetention,
  };
  if ('readableBy' in forgotten) delete forgotten.readableBy;
  await ports.db.write([updateSession(session, forgotten)], { reserve: true });
}
