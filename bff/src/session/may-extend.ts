import { type InState, isLiveCheck, type Session } from './session.ts';

/** A check whose holder may still move the deadline of the step that runs, which waits for nobody else. */
type Extendable = InState<'claimed' | 'challenged' | 'deciding'> & {
  claim: { shows: 'credential' };
};

/** Whether the phone may move the deadline of this state: of a check, and once. */
export function mayExtend(session: Session): session is Extendable {
  if (!isLiveCheck(session) || session.state === 'open' || session.state === 'deciding') return false;
  return session.claim.shows === 'credential' && session.claim.extended === undefined;
}
