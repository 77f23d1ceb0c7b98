import { isFinal, mayBecome, type Session, type SessionState } from '../../../shared/sessions.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import type { SessionChange } from '../ports/session-changes.ts';
import { updateSession } from './row.ts';

/** `to` without what the change itself sets. */
export type Next = Session extends infer S ? (S extends Session ? Omit<S, 'version'> : never) : never;

/**
 * Makes one change of state: a single compare-and-set, together with `also` or not at all, then whoever waits is told.
 * Answers the session as it now is, or `lost` where somebody was quicker, or `duplicate` where `also` met a taken key.
 */
export async function change(
  ports: Ports,
  from: Session,
  next: Next,
  also: Statement[] = [],
): Promise<Session | 'lost' | 'duplicate'> {
  if (!mayBecome(from.state, next.state))
    throw new Error(`no session goes from ${from.state} to ${next.state}`);
  const to: Session = { ...next, version: from.version + 1 };
  const written = await ports.db.write([updateSession(from, to), ...also]);
  if (!written.done) return written.why;
  if (isFinal(to.state)) ports.measures.sessionEnded(to.state);
  ports.sessionChanges.publish(changeOf(to));
  return to;
}

/** What is published of the change that made the session what it is. */
export function changeOf({ id, version, state, request }: Session): SessionChange {
  return { id, version, state, ...(request && { counterId: request.counterId }) };
}

/** What a state that ends a session without a verdict keeps of it. */
export function ended(
  session: Session,
  state: 'declined' | 'cancelled' | 'expired' | 'aborted',
  now: number,
  claimMemory: number,
): Next {
  const device = 'claim' in session ? session.claim.deviceThumbprint : undefined;
  return {
    ...lasting(session),
    state,
    endedAt: now,
    deadline: now + claimMemory,
    ...(device === undefined ? {} : { readableBy: device }),
  };
}

/** The fields that every state of a session has. */
export function lasting(session: Session) {
  return {
    id: session.id,
    ceremony: session.ceremony,
    openedAt: session.openedAt,
    ...(session.request && { request: session.request }),
    ...(session.consent && { consent: session.consent }),
  };
}

/** Fields that a live session carries from state to state. */
export function living(session: Session & { state: Exclude<SessionState, Ended> }) {
  return { ...lasting(session), ...(session.code && { code: session.code }) };
}

type Ended = 'passed' | 'failed' | 'declined' | 'cancelled' | 'expired' | 'aborted';
