import * as limits from '../../../../../shared/limits.ts';
import type { Operations } from '../entry.ts';
import { lasting } from '../written/lasting.ts';
import { meetingViews } from './schemas.ts';

const ofCredential = [
  ...(['credential-missing', 'credential-frozen', 'credential-suspended'] as const),
  ...(['credential-unusable', 'credential-void'] as const),
] as const;

/** What two phones ask for whose holders confirm each other. */
export const meetingOperations: Operations = {
  openMeeting: {
    zh: '发起互认并出示互认码',
    more: `Whoever was declined ${limits.meetingDeclines} times within ${lasting(limits.meetingDeclinesWindow)} opens none until then.`,
    refuses: [...ofCredential, 'meetings-blocked', 'authority-unavailable'],
  },
  joinMeeting: {
    zh: '扫对方的互认码',
    refuses: [...ofCredential, 'meeting-code-wrong', 'meeting-code-stale', 'meeting-taken', 'own-code'],
    answers: { checking: { summary: 'Show who asks', value: meetingViews.checking } },
  },
  readMeeting: {
    zh: '读取互认的进展和对方的结果',
    more: `Forgotten ${lasting(limits.claimMemory)} after both checks are over, ${lasting(limits.meetingMemory)} after the scan at the latest.`,
    refuses: ['not-found'],
    answers: { confirmed: { summary: 'The other person is confirmed', value: meetingViews.confirmed } },
  },
};
