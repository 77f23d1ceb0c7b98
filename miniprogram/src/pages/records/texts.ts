import type { SessionState } from '../../../../shared/sessions.ts';
import type { Text } from '../../../../shared/text.ts';
import type { SymbolName } from '../../../../shared/ui/symbols.ts';

export const texts = {
  title: { zh: '核验记录', en: 'Records' },
  none: { zh: '还没有核验记录。', en: 'No checks yet.' },
  kept: {
    zh: '记录加密保存在本机：最近 50 条，最多 90\u00a0天；退出登录，或在别的手机登录后清除。如有疑问，请告诉柜台编号。',
    en: 'Records are kept on this phone, encrypted: the last 50, for 90 days at most. They are erased when you sign out, or sign in on another phone. If you have questions, tell the counter the reference.',
  },
  notKept: {
    zh: '这部手机不能加密保存记录，关掉以后就没有了。如有疑问，请记下编号。',
    en: 'This phone cannot encrypt records, so they are gone once you close the app. If you have questions, note the reference.',
  },
  by: { zh: '使用', en: 'With ' },
  reference: { zh: '编号', en: 'Reference' },
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
  aborted: { zh: '没有结果', en: 'No result' },
} as const satisfies Record<SessionState, Text>;

/** The sign beside it: a result, or an end without one. */
export const signs = {
  ...{ open: 'information', claimed: 'information', challenged: 'information', deciding: 'information' },
  ...{ passed: 'tick', failed: 'cross' },
  ...{ declined: 'person', cancelled: 'information', expired: 'information', aborted: 'information' },
} as const satisfies Record<SessionState, SymbolName>;
