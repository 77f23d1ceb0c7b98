import { setTimeout as pause } from 'node:timers/promises';
import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { levelSuffices } from '../../../shared/levels.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import type { VerdictMismatch } from '../ports/tally.ts';
import { ceremonyOf, levelOf } from '../session/ceremony-of.ts';
import type { InState } from '../session/session.ts';

/**
 * Waits for a verdict that fits the session, for as long as the session may wait. What does not fit is refused, counted,
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
      const mismatch = mismatchIn(ports, session, verdict);
      if (mismatch === undefined) return verdict;
      ports.warn('verdict-refused', { sessionId: session.id, why: mismatch });
      ports.tally({ event: 'verdict-refused', why: mismatch });
    } catch (fault) {
      if (signal.aborted) return undefined;
      ports.warn('verdict-not-read', {
        sessionId: session.id,
        why: fault instanceof Problem ? fault.code : 'fault',
      });
    }
    await pause(limits.verdictPause, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}

/** Which claim of the verdict is not of this session, challenge, nonce and level: the name of the claim, never its value. */
function mismatchIn(
  ports: Ports,
  session: InState<'deciding'>,
  verdict: VerdictClaims,
): VerdictMismatch | undefined {
  if (verdict.sessionId !== session.id) return 'session';
  if (verdict.challengeId !== session.attempt.challengeId) return 'challenge';
  if (verdict.nonce !== session.attempt.nonce) return 'nonce';
  if (verdict.outcome !== 'pass') return undefined;
  if (!levelSuffices(verdict.level, levelOf(ports, session))) return 'level';
  const { passBrings } = ceremonyOf(ports, session).rules;
  if (passBrings === 'credential' && verdict.credential === undefined) return 'credential';
  return undefined;
}
