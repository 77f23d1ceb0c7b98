import type { SessionState } from '../../../../shared/sessions.ts';
import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '核验记录', en: 'Records' },
  none: { zh: '这次打开以来，还没有核验过。', en: 'No checks since you opened the app.' },
  kept: {
    zh: '这里只有这次打开以来的记录。记录不存进手机，关掉以后就没有了；如有疑问，请记下编号。',
    en: 'Only checks since you opened the app are here. They are not stored on the phone and are gone once you close it; note the number if you have questions.',
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
  declined: { zh: '您选择了不同意', en: 'You declined' },
  cancelled: { zh: '柜台已取消', en: 'Cancelled by the counter' },
  expired: { zh: '已超时', en: 'Ran out of time' },
  aborted: { zh: '出了故障，没有结果', en: 'A fault: no result' },
} as const satisfies Record<SessionState, Text>;
