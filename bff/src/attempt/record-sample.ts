import type { SampleKind } from '../../../shared/challenge.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { type InState, isFinal, type Session } from '../../../shared/sessions.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { change, living } from '../session/change.ts';
import { loadOwn } from '../session/load.ts';

/**
 * The caller's own session, whose challenge lives and awaits a sample of the kind.
 * @throws Problem not-found, session-over, step-out-of-order, sample-not-awaited, challenge-expired
 */
export async function loadAwaiting(
  ports: Ports,
  caller: HolderCaller,
  id: string,
  kind: SampleKind,
): Promise<InState<'challenged'>> {
  const session = challenged(await loadOwn(ports, caller, id));
  if (!session.attempt.awaited.includes(kind)) throw new Problem('sample-not-awaited');
  if (session.attempt.challengeExpiresAt <= ports.now()) throw new Problem('challenge-expired');
  return session;
}

/**
 * Notes that a sample has come; after the last one the session is `deciding`. The other sample's arrival, or the end of the
 * session, may win the compare-and-set: then it is looked at again.
 */
export async function noteArrival(
  ports: Ports,
  caller: HolderCaller,
  session: InState<'challenged'>,
  kind: SampleKind,
): Promise<Session> {
  const awaited = session.attempt.awaited.filter((other) => other !== kind);
  const base = { ...living(session), claim: session.claim, attempt: { ...session.attempt, awaited } };
  const noted = await change(
    ports,
    session,
    awaited.length > 0
      ? { ...base, state: 'challenged', deadline: session.deadline }
      : { ...base, state: 'deciding', deadline: ports.now() + limits.decidingLifetime },
  );
  if (typeof noted !== 'string') return noted;
  const current = challenged(await loadOwn(ports, caller, session.id));
  if (current.attempt.challengeId !== session.attempt.challengeId) throw new Problem('challenge-expired');
  return current.attempt.awaited.includes(kind) ? noteArrival(ports, caller, current, kind) : current;
}

function challenged(session: Session): InState<'challenged'> {
  if (isFinal(session.state)) throw new Problem('session-over');
  if (session.state !== 'challenged') throw new Problem('step-out-of-order');
  return session;
}
