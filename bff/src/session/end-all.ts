import { limits } from '../../../shared/limits.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { ended, publishChange } from './change.ts';
import { updateSession } from './row.ts';
import type { LiveSession, Session } from './session.ts';

/**
 * Ends sessions without a verdict, all in one write and each by its own compare-and-set: what changed meanwhile stays as it is. With
 * `also`, or nothing of it. Answers those that it ended.
 */
export async function endAll(
  ports: Ports,
  sessions: readonly LiveSession[],
  state: 'declined' | 'cancelled' | 'expired' | 'aborted',
  by: 'holder' | 'clock',
): Promise<Session[]> {
  const moves = sessions.map((from) => {
    const to: Session = { ...ended(from, state, ports.now(), limits.claimMemory), version: from.version + 1 };
    return { to, statement: unlessChanged(updateSession(from, to)) };
  });
  if (moves.length === 0) return [];
  const written = await ports.db.write(moves.map(({ statement }) => statement));
  const done = moves.flatMap(({ to }, index) =>
    written.done && written.rows[index]?.length === 1 ? [to] : [],
  );
  for (const session of done) {
    ports.measures.sessionEnded(state);
    publishChange(ports, session);
    void ports.audit({ event: 'session-ended', by, sessionId: session.id, state });
  }
  return done;
}

/** One that loses its race undoes nobody else's. */
function unlessChanged({ sql, params }: Statement): Statement {
  return { sql, params };
}
