import * as limits from '../../../shared/limits.ts';
import type { UndecidedEnd } from '../../../shared/sessions.ts';
import type { Ports } from '../ports/ports.ts';
import { ended, publishChange } from './change.ts';
import { following, moveStatements } from './following.ts';
import type { LiveSession, Session } from './session.ts';

/**
 * Ends sessions without a verdict, all in one write. Where one of them has changed meanwhile each is ended by itself, and that one stays
 * as it is. Answers those that it ended.
 */
export async function endAll(
  ports: Ports,
  sessions: readonly LiveSession[],
  state: UndecidedEnd,
  by: 'holder' | 'clock' | 'operator',
): Promise<Session[]> {
  if (sessions.length === 0) return [];
  const now = ports.now();
  const moves = sessions.map((from) => {
    return { from, to: following(from, ended(from, state, now, limits.claimMemory)) };
  });
  const written = await ports.db.write(
    moves.flatMap(({ from, to }) => moveStatements(ports, from, to)),
    { reserve: true },
  );
  if (!written.done) {
    if (sessions.length === 1) return [];
    const each = await Promise.all(sessions.map((session) => endAll(ports, [session], state, by)));
    return each.flat();
  }
  for (const { to } of moves) {
    ports.measures.sessionEnded(state);
    publishChange(ports, to);
    void ports.audit({ event: 'session-ended', by, sessionId: to.id, state });
  }
  return moves.map(({ to }) => to);
}
