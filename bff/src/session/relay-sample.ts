import type { Readable } from 'node:stream';
import type { SealedKind } from '../../../shared/challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { type InState, isFinal, type Session } from '../../../shared/sessions.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { change, living } from './change.ts';
import { holderView } from './holder-view.ts';
import { loadOwn } from './load.ts';

export interface Upload {
  /** The Content-Length, already within the limits. */
  length: number;
  stream: Readable;
}

/**
 * Streams one envelope to the authority and notes that it has come. After the last one the session is `deciding`.
 * An envelope whose answer was lost may be sent again: the authority answers the same bytes the same way.
 * @throws Problem not-found, session-over, step-out-of-order, sample-not-awaited, challenge-expired, sample-refused, authority-unavailable
 */
export async function relaySample(
  ports: Ports,
  caller: HolderCaller,
  id: string,
  kind: SealedKind,
  { length, stream }: Upload,
): Promise<HolderView> {
  const session = challenged(await loadOwn(ports, caller, id));
  if (!session.attempt.awaited.includes(kind)) throw new Problem('sample-not-awaited');
  if (session.attempt.challengeExpiresAt <= ports.now()) throw new Problem('challenge-expired');
  await ports.authority.relaySample(session.attempt.challengeId, kind, length, stream);
  ports.measures.relayed(length);
  void ports.audit({ event: 'sample-relayed', by: 'holder', sessionId: id, kind, bytes: length });
  return holderView(ports, await noteArrival(ports, caller, session, kind));
}

/** The other sample's arrival, or the end of the session, may win the compare-and-set: then it is looked at again. */
async function noteArrival(
  ports: Ports,
  caller: HolderCaller,
  session: InState<'challenged'>,
  kind: SealedKind,
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
