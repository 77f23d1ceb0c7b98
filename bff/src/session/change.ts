import { isFinal, mayBecome, type UndecidedEnd } from '../../../shared/sessions.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import type { Demand } from '../ports/quotas.ts';
import { take } from '../quota/take.ts';
import { awaitsWord } from './awaits-word.ts';
import { following, moveStatements } from './following.ts';
import { resultWith } from './result.ts';
import type { LiveSession, Next, Session } from './session.ts';

/**
 * Makes one change of state: a single compare-and-set, together with `also` or not at all, then whoever waits is told. An attempt
 * that could bring a credential and is left without its verdict is handed to the outbox in the same write, whoever leaves it.
 * Answers the session as it now is, or `lost` where somebody was quicker, or `duplicate` where `also` met a taken key.
 * @throws Problem of a quota of `demands` that is used up
 */
export async function change(
  ports: Ports,
  from: Session,
  next: Next,
  also: Statement[] = [],
  demands: readonly Demand[] = [],
): Promise<Session | 'lost' | 'duplicate'> {
  if (!mayBecome(from.state, next.state, awaitsWord(from)))
    throw new Error(`no session goes from ${from.state} to ${next.state}`);
  return write(ports, from, next, also, demands);
}

/**
 * The same compare-and-set for what a live session has beside its state: a deadline, what its counter was told.
 * @throws Problem of a quota of `demands` that is used up
 */
export async function amend(
  ports: Ports,
  from: LiveSession,
  next: Next,
  also: Statement[] = [],
  demands: readonly Demand[] = [],
): Promise<Session | 'lost' | 'duplicate'> {
  if (from.state !== next.state) throw new Error('a change of state');
  return write(ports, from, next, also, demands);
}

async function write(
  ports: Ports,
  from: Session,
  next: Next,
  also: Statement[],
  demands: readonly Demand[],
): Promise<Session | 'lost' | 'duplicate'> {
  const to = following(from, next);
  const result = await resultWith(ports, to);
  const { written } = await take(ports, demands, {
    also: [...moveStatements(ports, from, to), ...result, ...also],
    reserve: isFinal(to.state),
  });
  if (!written.done) return written.why;
  if (isFinal(to.state)) ports.measures.sessionEnded(to.state);
  publishChange(ports, to);
  return to;
}

/** Tells whoever waits for the session, for its counter's sessions or for those in its state that it has become what it is. */
export function publishChange(ports: Ports, { id, version, state, asked }: Session): void {
  ports.sessionChanges.publish({ id, version }, [id, ...whoWaits(asked), state]);
}

/** Who asked waits too: the counter, or the other person of the meeting. */
function whoWaits(asked: Session['asked']): string[] {
  switch (asked.by) {
    case 'counter':
      return [asked.request.counterId];
    case 'peer':
      return [asked.meetingId];
    case 'holder':
      return [];
  }
}

/** What a state that ends a session without a verdict keeps of it. */
export function ended(session: Session, state: UndecidedEnd, now: number, claimMemory: number): Next {
  return {
    ...lasting(session),
    state,
    consent: 'consent' in session ? session.consent : 'not-given',
    endedAt: now,
    deadline: now + claimMemory,
    ...('claim' in session ? { readableBy: session.claim.deviceThumbprint } : {}),
  };
}

/** The fields that every state of a session has. */
export function lasting({ id, ceremony, openedAt, parties, asked }: Session) {
  const request = asked.by === 'counter' ? { by: asked.by, request: asked.request } : asked;
  return { id, ceremony, openedAt, parties, asked: request };
}

/** Fields that a live session carries from state to state. */
export function living<S extends LiveSession>(session: S): ReturnType<typeof lasting> & Pick<S, 'asked'> {
  return { ...lasting(session), asked: session.asked };
}
