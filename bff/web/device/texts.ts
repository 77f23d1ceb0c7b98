import type { Text } from '../../../shared/text.ts';

export const texts = {
  brand: { zh: '亮证', en: 'Liangzheng' },
  title: { zh: '输入核验码 · 亮证', en: 'Enter the code · Liangzheng' },
  otherLanguage: { zh: 'English', en: '中文' },
  larger: { zh: '大字', en: 'Large type' },
  usual: { zh: '标准字', en: 'Usual type' },
  heading: { zh: '输入核验码', en: 'Enter the code' },
  where: {
    zh: '柜台给您看的 8 个字母，例如 WDJB-MJHT',
    en: 'The eight letters that the counter shows you, such as WDJB-MJHT.',
  },
  label: { zh: '核验码', en: 'Code' },
  next: { zh: '下一步', en: 'Continue' },
  beware: {
    zh: '只输入您面前柜台上的核验码。别人打电话告诉您的，或发给您的，都不要输入。',
    en: 'Enter only a code that a counter in front of you shows. Never one that somebody sent you or read to you by phone.',
  },
  noCode: {
    zh: '没有核验码，或不想用手机？请对工作人员说“人工”。',
    en: 'You have no code, or would rather not use the phone? Just say "staff" at the counter.',
  },
  notACode: {
    zh: '核验码是 8 个字母，没有数字，也没有 A、E、I、O、U、Y。请对照柜台再看一遍。',
    en: 'The code has eight letters: no digits, and no A, E, I, O, U or Y. Look at the counter once more.',
  },
  unknown: {
    zh: '没有这个核验码，或它已经失效。请对照柜台再输入一次，或请工作人员重新开始。',
    en: 'There is no such code, or it is over. Compare it with the counter and enter it again, or ask the staff to start again.',
  },
  tooMany: {
    zh: '输入的次数太多了。请过一分钟再试，或请工作人员帮忙。',
    en: 'Too many codes were entered. Wait a minute and try again, or ask the staff.',
  },
  unreachable: {
    zh: '网络不通，没有发出去。请再点一次“下一步”。',
    en: 'There is no connection, nothing was sent. Press Continue once more.',
  },
  sandbox: { zh: '演示环境：结果不能证明身份', en: 'Demonstration: proves nothing' },
  operator: { zh: '运营方', en: 'Operator' },
  authority: { zh: '认证方', en: 'Verified by' },
  hotline: { zh: '咨询电话', en: 'Hotline' },
  privacy: { zh: '隐私说明', en: 'Privacy' },
} as const satisfies Record<string, Text>;
