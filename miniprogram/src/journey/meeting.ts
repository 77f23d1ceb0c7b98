import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { MeetingView } from '../../../shared/contract/peer/meeting.ts';
import { makeMeetingCode } from '../../../shared/meeting-code/make-meeting-code.ts';
import type { Holder } from '../holder/holder.ts';
import { openMeeting } from '../peer/01-open-meeting.ts';
import { readMeeting } from '../peer/08-meeting.ts';

/** A meeting that this phone shows the code of. */
export interface ShownMeeting {
  meeting: MeetingView;
  /** What is shown at that time of the server, epoch milliseconds. */
  codeAt(serverNow: number): string;
}

/** Opens a meeting, whose code this phone makes anew each second. @throws HolderProblem as openMeeting */
export async function showMeeting(holder: Holder): Promise<ShownMeeting> {
  const { meeting, code } = await openMeeting(holder);
  const { baseUrl, token, openedAt } = code;
  const secret = decodeBase64url(code.secret);
  return {
    meeting,
    codeAt(serverNow) {
      const elapsed = Math.max(0, Math.floor((serverNow - openedAt) / 1000));
      return makeMeetingCode({ baseUrl, secret, token, elapsed });
    },
  };
}

/** Waits until the meeting is no longer in one of these states; each wait of the BFF ends, and so does each state. @throws HolderProblem */
export async function awaitMeeting(
  holder: Holder,
  from: MeetingView,
  states: readonly MeetingView['state'][],
  isHere: () => boolean = () => true,
): Promise<MeetingView> {
  let view = from;
  while (states.includes(view.state) && isHere()) view = await readMeeting(holder, view.id, view.state);
  return view;
}
