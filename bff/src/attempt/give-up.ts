import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import { awaitsWord } from '../session/awaits-word.ts';
import { change, ended } from '../session/change.ts';
import type { InState } from '../session/session.ts';
import { takeVerdict } from './07-verdict.ts';
import { verdictFits } from './verdict-fits.ts';

/**
 * Ends a session that is being decided, whose time is over or whose phone was taken over: the only way out of `deciding` but its
 * verdict. The authority is told that nobody waits any more, and what it has decided by then is taken as ever; what it has not is
 * aborted. Where it cannot be asked the session is aborted all the same, and the outbox asks for as long as it takes (`change`).
 * While the counter word is missing nothing counts that was decided: the session is aborted, after the same question.
 */
export async function giveUp(
  ports: Ports,
  session: InState<'deciding'>,
  why: 'time-over' | 'taken-over',
): Promise<void> {
  const verdict = await readLast(ports, session);
  // Whose phone was taken over has nobody who could try again.
  if (
    verdict !== undefined &&
    !awaitsWord(session) &&
    !(why === 'taken-over' && verdict.outcome === 'retry')
  ) {
    const taken = await takeVerdict(ports, session, verdict);
    if (taken !== 'waiting') return;
  }
  const aborted = await change(ports, session, ended(session, 'aborted', ports.now(), limits.claimMemory));
  if (typeof aborted === 'string') return;
  const by = why === 'time-over' ? 'clock' : 'holder';
  void ports.audit({ event: 'session-ended', by, sessionId: session.id, state: 'aborted' });
}

async function readLast(ports: Ports, session: InState<'deciding'>): Promise<VerdictClaims | undefined> {
  try {
    const verdict = await ports.authority.endChallenge(session.attempt.challengeId);
    return verdict !== undefined && verdictFits(ports, session, verdict) ? verdict : undefined;
  } catch (fault) {
    ports.warn('verdict-not-read', {
      sessionId: session.id,
      why: fault instanceof Problem ? fault.code : 'fault',
    });
    return undefined;
  }
}
