import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { limits } from '../../../shared/limits.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { ceremonyOf, levelOf } from '../session/ceremony-of.ts';
import { change, lasting, living } from '../session/change.ts';
import type { Next } from '../session/following.ts';
import { load } from '../session/load.ts';
import type { InState, Session } from '../session/session.ts';

type Deciding = InState<'deciding'>;

/**
 * Turns a verdict that fits into the session's next state, once: a second verdict finds the session decided and changes nothing
 * (`lost`). A pass is written with all that the ceremony makes of it or not at all; where a guard of the ceremony does not hold, as
 * after a takeover in flight, the session fails. What a pass has brought at the authority and is not stored here is taken back there,
 * whatever state the session is found in. `waiting`: the ceremony has another step to come before the session may end.
 */
export async function takeVerdict(
  ports: Ports,
  session: Deciding,
  verdict: VerdictClaims,
): Promise<Session | 'lost' | 'waiting'> {
  const ceremony = ceremonyOf(ports, session);
  const next = after(ports, session, verdict);
  if (next.state !== 'claimed' && (await ceremony.awaitsStep?.(session.id))) return 'waiting';
  if (next.state !== 'passed') return write(ports, session, verdict, next);

  const { claim } = session;
  const effects = ceremony.onPass(ports, {
    sessionId: session.id,
    holderId: claim.holderId,
    deviceThumbprint: claim.deviceThumbprint,
    credential: claim.shows === 'credential' ? claim.credential : undefined,
    verdict,
  });
  const passed = await write(ports, session, verdict, next, effects.withPass);
  if (passed !== 'lost') {
    for (const event of effects.audit) void ports.audit(event);
    return passed;
  }
  const current = await load(ports, session.id);
  if (current?.state === 'deciding' && current.version === session.version) {
    const failure = { ...verdict, outcome: 'fail' as const, hints: [] };
    const failed = await write(ports, session, failure, after(ports, session, failure), effects.unstored);
    if (failed !== 'lost') return failed;
  }
  if (effects.unstored.length > 0) await ports.db.write(effects.unstored, { reserve: true });
  return 'lost';
}

async function write(
  ports: Ports,
  session: Deciding,
  { outcome }: VerdictClaims,
  next: Next,
  also: Statement[] = [],
): Promise<Session | 'lost'> {
  const taken = await change(ports, session, next, also);
  if (typeof taken === 'string') return 'lost';
  void ports.audit({ event: 'verdict-taken', by: 'authority', sessionId: session.id, outcome });
  if (taken.state === 'passed' || taken.state === 'failed') {
    void ports.audit({ event: 'session-ended', by: 'authority', sessionId: session.id, state: taken.state });
  }
  return taken;
}

function after(ports: Ports, session: Deciding, verdict: VerdictClaims): Next {
  const now = ports.now();
  const attempts = session.claim.attempts + 1;
  if (verdict.outcome === 'retry' && attempts < limits.attemptsPerSession) {
    return {
      ...living(session),
      state: 'claimed',
      consent: session.consent,
      deadline: now + limits.claimedLifetime,
      claim: { ...session.claim, attempts, hints: verdict.hints },
    };
  }
  const decided = {
    ...lasting(session),
    consent: session.consent,
    endedAt: now,
    deadline: now + limits.claimMemory,
    readableBy: session.claim.deviceThumbprint,
    level: levelOf(ports, session),
    sandbox: verdict.sandbox,
  };
  return verdict.outcome === 'pass'
    ? { ...decided, state: 'passed' }
    : { ...decided, state: 'failed', hints: verdict.hints };
}
