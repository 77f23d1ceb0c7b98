import type { SessionState } from '../../../../shared/sessions.ts';
import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '核验记录', en: 'Records' },
  none: { zh: '这次打开以来，还没有核验过。', en: 'No checks since you opened the app.' },
  kept: {
    zh: '记录加密存放在这部手机里，最近 50 条，最多保留 90 天；退出登录，或者在别的手机登录，就会删除。',
    en: 'Records are kept on this phone, encrypted: the last 50, for 90 days at most. They are deleted when you sign out, or sign in on another phone.',
  },
  notKept: {
    zh: '这部手机不能加密存放记录，所以不保存：关掉以后就没有了。如有疑问，请记下编号。',
    en: 'This phone cannot encrypt records, so none are stored: they are gone once you close the app. Note the number if you have questions.',
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
