import { awaitsWord } from './awaits-word.ts';
import { type InState, isLiveCheck, type Session } from './session.ts';

/** A check whose holder may still move the deadline of the step that runs, which waits for nobody else. */
type Extendable = InState<'claimed' | 'challenged' | 'deciding'> & {
  claim: { shows: 'credential' };
};

/** Whether the phone may move the deadline of this state: of a check, once, and not while only the authority is waited for. */
export function mayExtend(session: Session): session is Extendable {
  if (!isLiveCheck(session) || session.state === 'open') return false;
  if (session.state === 'deciding' && !awaitsWord(session)) return false;
  return session.claim.shows === 'credential' && session.claim.extended === undefined;
}
