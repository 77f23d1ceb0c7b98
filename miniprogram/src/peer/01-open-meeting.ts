import type { OpenMeetingAnswer } from '../../../shared/contract/peer/01-open-meeting.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { isOpenMeetingAnswer } from '../holder/meeting-answers.ts';
import { patiently } from '../holder/patiently.ts';

/**
 * Opens a meeting with another person, and learns what its codes are made of. An answer that was lost costs nothing: another meeting takes the
 * place of the one before.
 * @throws HolderProblem credential-missing, credential-void, meetings-blocked, too-many-requests, ...
 */
export async function openMeeting(holder: Holder): Promise<OpenMeetingAnswer> {
  return await patiently(holder.platform.clock, () =>
    callBff(holder, { method: 'POST', path: '/holder/v1/meetings', guard: isOpenMeetingAnswer }),
  );
}
