import { awaitsWord } from './awaits-word.ts';
import { type InState, isLiveCheck, type Session } from './session.ts';

/** A check whose holder may still move the deadline of the step that runs, which waits for nobody else. */
type Extendable = InState<'claimed' | 'challenged' | 'deciding'> & {
  claim: { shows: 'credential' };
};

/** Whether the phone may move the deadline of this state: of a check, and once; that of the counter word too. */
export function mayExtend<S extends Session>(session: S): session is S & Extendable {
  if (!isLiveCheck(session) || session.state === 'open') return false;
  if (session.state === 'deciding' && !awaitsWord(session)) return false;
  return session.claim.shows === 'credential' && session.claim.extended === undefined;
}
