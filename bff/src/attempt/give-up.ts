import type { ReadVerdict } from '../../../shared/contract/authority/07-verdict.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import { awaitsWord } from '../session/awaits-word.ts';
import { change, ended } from '../session/change.ts';
import type { InState } from '../session/session.ts';
import { takeVerdict } from './07-verdict.ts';
import { verdictFits } from './verdict-fits.ts';

/**
 * Ends a session that is being decided, whose time is over, whose phone was taken over, or whose consent was taken back: the only way out of `deciding` but its
 * verdict. The authority is told that nobody waits any more, and what it has decided by then is taken as ever; what it has not is
 * given up: `aborted` for time or where consent was taken back, `superseded` after a takeover. Where it cannot be asked it is given up all the same, and the outbox asks for as
 * long as it takes (`change`). While the counter word is missing nothing counts that was decided: it is given up, after the same question.
 */
export async function giveUp(
  ports: Ports,
  session: InState<'deciding'>,
  why: 'time-over' | 'taken-over' | 'withdrawn',
): Promise<void> {
  const verdict = await readLast(ports, session);
  // Whose phone was taken over, or who took consent back, tries no more.
  if (
    verdict !== undefined &&
    !awaitsWord(session) &&
    !(why !== 'time-over' && verdict.outcome === 'retry')
  ) {
    const taken = await takeVerdict(ports, session, verdict);
    if (taken !== 'waiting') return;
  }
  const state = why === 'taken-over' ? 'superseded' : 'aborted';
  const over = await change(ports, session, ended(session, state, ports.now(), limits.claimMemory));
  if (typeof over === 'string') return;
  const by = why === 'time-over' ? 'clock' : 'holder';
  void ports.audit({ event: 'session-ended', by, sessionId: session.id, state });
}

async function readLast(ports: Ports, session: InState<'deciding'>): Promise<ReadVerdict | undefined> {
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
