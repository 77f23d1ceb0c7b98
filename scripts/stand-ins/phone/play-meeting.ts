import type { Holder } from '../../../miniprogram/src/holder/holder.ts';
import { serverTime } from '../../../miniprogram/src/holder/server-time.ts';
import type { SessionView } from '../../../miniprogram/src/holder/who-asks.ts';
import { resume } from '../../../miniprogram/src/journey/begin.ts';
import { awaitMeeting, showMeeting } from '../../../miniprogram/src/journey/meeting.ts';
import { joinMeeting } from '../../../miniprogram/src/peer/02-join-meeting.ts';
import type { MeetingState } from '../../../shared/contract/peer/meeting.ts';
import { type Owner, playJourney } from './play-journey.ts';

interface Person {
  holder: Holder;
  owner?: Owner;
}

/** How it ended for one of the two: the own check, and what this phone says of the other. */
export interface Met {
  own: SessionView;
  other: MeetingState;
}

/**
 * Two people confirm each other: one phone shows a code, the other scans it, both are checked at the same time, and both read how it ended for
 * the other. @throws HolderProblem
 */
export async function playMeeting(opener: Person, joiner: Person): Promise<{ opener: Met; joiner: Met }> {
  const shown = await showMeeting(opener.holder);
  const now = serverTime(opener.holder) ?? shown.meeting.serverTime;
  const joined = await joinMeeting(joiner.holder, shown.codeAt(now));
  const scanned = await awaitMeeting(opener.holder, shown.meeting, ['open']);
  const play = async ({ holder, owner }: Person, { sessionId = '' }: typeof joined): Promise<Met> => {
    const own = await playJourney(await resume(holder, sessionId), owner);
    const { state } = await awaitMeeting(holder, { ...joined, state: 'checking' }, ['checking']);
    return { own, other: state };
  };
  const [openers, joiners] = await Promise.all([play(opener, scanned), play(joiner, joined)]);
  return { opener: openers, joiner: joiners };
}
