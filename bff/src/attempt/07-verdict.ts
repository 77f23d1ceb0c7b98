import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { limits } from '../../../shared/limits.ts';
import type { InState, Session } from '../../../shared/sessions.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { change, lasting, living, type Next } from '../session/change.ts';

/**
 * Turns a verdict that fits into the session's next state, together with `also` or not at all. A second verdict finds the
 * session decided and changes nothing.
 */
export async function takeVerdict(
  ports: Ports,
  session: InState<'deciding'>,
  verdict: VerdictClaims,
  also: Statement[] = [],
): Promise<Session | 'lost'> {
  const taken = await change(ports, session, after(ports.now(), session, verdict), also);
  if (typeof taken === 'string') return 'lost';
  void ports.audit({
    event: 'verdict-taken',
    by: 'authority',
    sessionId: session.id,
    outcome: verdict.outcome,
  });
  if (taken.state === 'passed' || taken.state === 'failed') {
    void ports.audit({ event: 'session-ended', by: 'authority', sessionId: session.id, state: taken.state });
  }
  return taken;
}

function after(now: number, session: InState<'deciding'>, verdict: VerdictClaims): Next {
  const attempts = session.claim.attempts + 1;
  if (verdict.outcome === 'retry' && attempts < limits.attemptsPerSession) {
    return {
      ...living(session),
      state: 'claimed',
      deadline: now + limits.claimedLifetime,
      claim: { ...session.claim, attempts, hints: verdict.hints },
    };
  }
  const decided = {
    ...lasting(session),
    endedAt: now,
    deadline: now + limits.claimMemory,
    readableBy: session.claim.deviceThumbprint,
    level: session.request?.level ?? verdict.level,
    sandbox: verdict.sandbox,
  };
  return verdict.outcome === 'pass'
    ? { ...decided, state: 'passed' }
    : { ...decided, state: 'failed', hints: verdict.hints };
}
