import * as limits from '../../../shared/limits.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { Ports } from '../ports/ports.ts';
import { forgetCalls } from './idempotency.ts';
import { updateSession } from './row.ts';
import type { Session } from './session.ts';

/**
 * Ended sessions forget which phone took part and which calls of it made them, once `limits.claimMemory` is over: many in one write. One that an attendant
 * assisted forgets that too, and is like any other of its counter.
 */
export async function forgetDevice(ports: Ports, sessions: readonly Session[]): Promise<void> {
  const statements = sessions
    .filter(({ state }) => isFinal(state))
    .flatMap((session) => {
      const whose = session.asked.by === 'counter' ? 'phone' : 'all';
      const { sql, params } = updateSession(session, without(session));
      return [{ sql, params }, forgetCalls(session.id, whose)];
    });
  if (statements.length > 0) await ports.db.write(statements, { reserve: true });
}

function without(session: Session): Session {
  const asAny = session.ceremony === 'assist' ? { ceremony: 'verify', parties: {} } : {};
  const forgotten = { ...session, ...asAny, deadline: session.deadline + limits.resultRetention };
  if ('readableBy' in forgotten) delete forgotten.readableBy;
  return forgotten;
}
