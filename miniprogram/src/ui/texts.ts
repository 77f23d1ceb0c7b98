import type { Text } from '../../../shared/text.ts';

/** Words that several pages say. A page's own words stand in the `texts.ts` beside it. */
export const uiTexts = {
  scan: { zh: '扫码核验', en: 'Scan the counter code' },
  retry: { zh: '重试', en: 'Try again' },
  back: { zh: '返回', en: 'Back' },
  home: { zh: '回到首页', en: 'Back to home' },
  staffed: {
    zh: '随时可以请工作人员人工核验身份证。',
    en: 'You can ask the staff to check your ID card at any time.',
  },
  waitSeconds: { zh: '秒后可重试', en: 's until you can try again' },
  largerType: { zh: '大字', en: 'A+' },
  largerTypeName: { zh: '大字', en: 'A+, larger type' },
  usualType: { zh: '标准字', en: 'A−' },
  usualTypeName: { zh: '标准字', en: 'A−, usual type' },
  working: { zh: '请稍候', en: 'One moment' },
} as const satisfies Record<string, Text>;
