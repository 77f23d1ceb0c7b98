import type { MeetingView } from '../../../shared/contract/peer/meeting.ts';
import { plainCode } from '../../../shared/counter-code/plain-code.ts';
import * as limits from '../../../shared/limits.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { isMeetingView } from '../holder/meeting-answers.ts';
import { patiently } from '../holder/patiently.ts';

/**
 * Takes the meeting whose code was scanned off another person's phone: this phone has a check of its own then, which its owner agrees to or
 * declines.
 * @throws HolderProblem meeting-code-wrong, meeting-code-stale, meeting-taken, own-code, credential-missing, credential-void, ...
 */
export async function joinMeeting(holder: Holder, scanned: string): Promise<MeetingView> {
  const code = plainCode(scanned) ?? scanned;
  if (code === '' || code.length > limits.scannedCode) throw new HolderProblem('meeting-code-wrong');
  return await patiently(holder.platform.clock, () =>
    callBff(holder, {
      ...{ method: 'POST', path: '/holder/v1/meetings/join', body: { code } },
      guard: isMeetingView,
    }),
  );
}
