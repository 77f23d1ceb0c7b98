import { setTimeout as pause } from 'node:timers/promises';
import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { levelSuffices } from '../../../shared/levels.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { InState } from '../../../shared/sessions.ts';
import type { Ports } from '../ports/ports.ts';

const pauseAfterFault = 500;

/**
 * Waits for a verdict that fits the session, for as long as the session may wait. What does not fit is refused, recorded,
 * and waited past: a wrong verdict must not end the check.
 */
export async function awaitVerdict(
  ports: Ports,
  session: InState<'deciding'>,
  signal: AbortSignal,
): Promise<VerdictClaims | undefined> {
  while (!signal.aborted && ports.now() < session.deadline) {
    try {
      const verdict = await ports.authority.readVerdict(session.attempt.challengeId, limits.longPollSeconds);
      if (verdict === undefined) continue;
      const misfit = misfitOf(session, verdict);
      if (misfit === undefined) return verdict;
      ports.warn('verdict-refused', { sessionId: session.id, why: misfit });
      void ports.audit({ event: 'verdict-refused', by: 'authority', sessionId: session.id, why: misfit });
    } catch (fault) {
      if (signal.aborted) return undefined;
      ports.warn('verdict-not-read', {
        sessionId: session.id,
        why: fault instanceof Problem ? fault.code : 'fault',
      });
    }
    await pause(pauseAfterFault, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}

/** Which claim of the verdict is not of this session, challenge, nonce and level: the name of the claim, never its value. */
function misfitOf(session: InState<'deciding'>, verdict: VerdictClaims): string | undefined {
  if (verdict.sessionId !== session.id) return 'session';
  if (verdict.challengeId !== session.attempt.challengeId) return 'challenge';
  if (verdict.nonce !== session.attempt.nonce) return 'nonce';
  if (verdict.outcome !== 'pass') return undefined;
  if (session.request && !levelSuffices(verdict.level, session.request.level)) return 'level';
  if (session.ceremony === 'apply' && verdict.credential === undefined) return 'credential';
  return undefined;
}
