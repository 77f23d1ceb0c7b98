import { awaitsWord } from './awaits-word.ts';
import { isLiveCheck, type Session } from './session.ts';

/**
 * Whether the phone may move the deadline of this state: of a check, where the holder has something to do or to say, once, and not beyond the end of
 * a device flow.
 */
export function mayExtend(session: Session): boolean {
  if (!isLiveCheck(session) || session.state === 'open') return false;
  if (session.asked.endsBy !== undefined && session.deadline >= session.asked.endsBy) return false;
  if (session.state === 'deciding' && !awaitsWord(session)) return false;
  return session.claim.shows === 'credential' && session.claim.extended === undefined;
}
