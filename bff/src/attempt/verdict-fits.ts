import type { ReadVerdict } from '../../../shared/contract/authority/07-verdict.ts';
import { levelSuffices } from '../../../shared/levels.ts';
import type { Ports } from '../ports/ports.ts';
import type { VerdictMismatch } from '../ports/tally.ts';
import { ceremonyOf, levelOf } from '../session/ceremony-of.ts';
import type { InState } from '../session/session.ts';

/** Whether the verdict is of this session, challenge, nonce and level. One that is not is counted as refused, and never taken. */
export function verdictFits(ports: Ports, session: InState<'deciding'>, verdict: ReadVerdict): boolean {
  const mismatch = mismatchIn(ports, session, verdict);
  if (mismatch === undefined) return true;
  ports.warn('verdict-refused', { sessionId: session.id, why: mismatch });
  ports.tally({ event: 'verdict-refused', why: mismatch });
  return false;
}

/** Which claim of the verdict is another: its name, never its value. */
function mismatchIn(
  ports: Ports,
  session: InState<'deciding'>,
  verdict: ReadVerdict,
): VerdictMismatch | undefined {
  if (verdict.sessionId !== session.id) return 'session';
  if (verdict.challengeId !== session.attempt.challengeId) return 'challenge';
  if (verdict.nonce !== session.attempt.nonce) return 'nonce';
  if (verdict.outcome !== 'pass') return undefined;
  if (!levelSuffices(verdict.level, levelOf(ports, session))) return 'level';
  const { passBrings, personBy } = ceremonyOf(ports, session).rules;
  switch (passBrings) {
    case 'level':
      return verdict.level === 'strict' ? undefined : 'level';
    case 'result':
      return personBy === 'card' && verdict.credential === undefined ? 'credential' : undefined;
    case 'credential':
      return verdict.credential === undefined ? 'credential' : undefined;
    case 'delegation':
      return verdict.credential === undefined || verdict.delegation === undefined ? 'credential' : undefined;
    case 'revocation':
      return verdict.ended === undefined ? 'credential' : undefined;
  }
}
