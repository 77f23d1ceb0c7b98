import { setTimeout as pause } from 'node:timers/promises';
import type { ReadVerdict } from '../../../shared/contract/authority/07-verdict.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import type { InState } from '../session/session.ts';
import { verdictFits } from './verdict-fits.ts';

/**
 * Waits for a verdict that fits the session, for as long as the session may wait. What does not fit is refused, counted,
 * and waited past: a wrong verdict must not end the check.
 */
export async function awaitVerdict(
  ports: Ports,
  session: InState<'deciding'>,
  signal: AbortSignal,
): Promise<ReadVerdict | undefined> {
  while (!signal.aborted && ports.now() < session.deadline) {
    try {
      const left = Math.ceil((session.deadline - ports.now()) / 1000);
      const wait = Math.min(limits.longPollSeconds, left);
      const verdict = await ports.authority.readVerdict(session.attempt.challengeId, wait);
      if (verdict === undefined) continue;
      if (verdictFits(ports, session, verdict)) return verdict;
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
