import type { Text } from '../../../shared/text.ts';

/** Words that several pages say. A page's own words stand in the `texts.ts` beside it. */
export const uiTexts = {
  scan: { zh: '扫码核验', en: 'Scan the code' },
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
  sandbox: {
    zh: '演示环境：结果不能证明身份',
    en: 'Demonstration: proves nothing',
  },
  operator: { zh: '运营方：', en: 'Run by ' },
  authority: { zh: '认证方：', en: 'Identity checked by ' },
  hotline: { zh: '咨询电话', en: 'Call' },
  privacy: { zh: '隐私说明', en: 'Privacy' },
  /** The other language, each named in itself. */
  inOther: { zh: '中文', en: 'EN' },
  inOtherName: { zh: '中文，切换语言', en: 'EN, change to English' },
  step: (at: number, of: number): Text => ({ zh: `第 ${at} 步，共 ${of} 步`, en: `Step ${at} of ${of}` }),
} as const satisfies Record<string, Text | ((at: number, of: number) => Text)>;
