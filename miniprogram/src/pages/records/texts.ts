import type { SessionState } from '../../../../shared/sessions.ts';
import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '核验记录', en: 'Records' },
  none: { zh: '打开以来还没有核验。', en: 'No checks since the app was opened.' },
  kept: {
    zh: '记录只在本次打开期间保留，不写入手机，关闭后即清除。',
    en: 'Records stay only while the app is open. They are not written to the phone.',
  },
  level: { zh: '等级', en: 'Level' },
  number: { zh: '编号', en: 'Number' },
} as const satisfies Record<string, Text>;

/** How a check ended, in the person's words. */
export const outcomes = {
  open: { zh: '进行中', en: 'Under way' },
  claimed: { zh: '进行中', en: 'Under way' },
  challenged: { zh: '进行中', en: 'Under way' },
  deciding: { zh: '进行中', en: 'Under way' },
  passed: { zh: '通过', en: 'Passed' },
  failed: { zh: '未通过', en: 'Not passed' },
  declined: { zh: '您已拒绝', en: 'You declined' },
  cancelled: { zh: '柜台已取消', en: 'Cancelled by the counter' },
  expired: { zh: '已超时', en: 'Ran out of time' },
  aborted: { zh: '已中止', en: 'Broken off' },
} as const satisfies Record<SessionState, Text>;
