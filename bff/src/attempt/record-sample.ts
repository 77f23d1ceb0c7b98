import type { SampleKind } from '../../../shared/challenge.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { DeviceCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { wordOf } from '../session/awaits-word.ts';
import { change, living } from '../session/change.ts';
import type { InState, Session } from '../session/session.ts';
import { loadCaptured } from './load-captured.ts';

/**
 * The session that the caller captures for, whose challenge lives and awaits a sample of the kind.
 * @throws Problem not-found, session-over, step-out-of-order, sample-not-awaited, challenge-expired
 */
export async function loadAwaiting(
  ports: Ports,
  caller: DeviceCaller,
  id: string,
  kind: SampleKind,
): Promise<InState<'challenged'>> {
  const session = challenged(await loadCaptured(ports, caller, id, kind));
  if (!session.attempt.awaited.includes(kind)) throw new Problem('sample-not-awaited');
  if (session.attempt.challengeExpiresAt <= ports.now()) throw new Problem('challenge-expired');
  return session;
}

/**
 * Records that a sample has come; after the last one the session is `deciding`. The other sample's arrival, or the end of the
 * session, may win the compare-and-set: then it is looked at again.
 */
export async function recordSample(
  ports: Ports,
  caller: DeviceCaller,
  session: InState<'challenged'>,
  kind: SampleKind,
): Promise<Session> {
  const awaited = session.attempt.awaited.filter((other) => other !== kind);
  const { claim, consent } = session;
  const base = { ...living(session), claim, consent, attempt: { ...session.attempt, awaited } };
  const recorded = await change(
    ports,
    session,
    awaited.length > 0
      ? { ...base, state: 'challenged', deadline: session.deadline }
      : { ...base, state: 'deciding', deadline: ports.now() + waitOf(session) },
  );
  if (typeof recorded !== 'string') {
    if (kind !== 'officer-decision')
      void ports.audit({ event: 'sample-recorded', by: 'holder', sessionId: session.id });
    return recorded;
  }
  const current = challenged(await loadCaptured(ports, caller, session.id, kind));
  if (current.attempt.challengeId !== session.attempt.challengeId) throw new Problem('challenge-expired');
  return current.attempt.awaited.includes(kind) ? recordSample(ports, caller, current, kind) : current;
}

/** How long is waited for what is missing then: the verdict alone, or the counter word too. */
function waitOf(session: Session): number {
  const word = wordOf(session);
  return word === undefined || word.stage === 'taken' ? limits.decidingLifetime : limits.wordLifetime;
}

function challenged(session: Session): InState<'challenged'> {
  if (isFinal(session.state)) throw new Problem('session-over');
  if (session.state !== 'challenged') throw new Problem('step-out-of-order');
  return session;
}
