import type { Text } from '../../../../shared/text.ts';

/** What stands on both faces of a desk whatever happens. */
export const deskTexts = {
  brand: { zh: '亮证', en: 'Liangzheng' },
  start: { zh: '开始核验', en: 'Start a check' },
  codeCaption: { zh: '二维码，每秒更新', en: 'Code, new each second' },
  codeStill: { zh: '还没有扫码？请扫这里', en: 'Not scanned yet? Scan here' },
  word: { zh: '手机上的三个数字', en: 'Three digits on the phone' },
  giveWord: { zh: '提交', en: 'Submit' },
  extend: { zh: '延长时间', en: 'Give more time' },
  needsMoreTime: { zh: '需要多一点时间，不用催。', en: 'More time is needed: no hurry.' },
  clockInDoubt: { zh: '正在核对时间…', en: 'Checking the time…' },
  reference: { zh: '编号', en: 'Reference' },
  outcomes: { zh: '最近五次', en: 'Last five' },
  noOutcomes: { zh: '还没有', en: 'None yet' },
  again: { zh: '同一位再来一次', en: 'Same person again' },
  staffed: { zh: '改为人工', en: 'Switch to staff' },
  openHere: { zh: '演示：在这台电脑上打开', en: 'Demonstration: open on this computer' },
  abandon: { zh: '结束本次', en: 'End this check' },
  sandbox: { zh: '演示环境：结果不能证明身份', en: 'Demonstration: proves nothing' },
  operator: { zh: '运营方', en: 'Operator' },
  authority: { zh: '认证方', en: 'Verified by' },
  hotline: { zh: '咨询电话', en: 'Hotline' },
  privacy: { zh: '隐私说明', en: 'Privacy' },
  unreachable: { zh: '无法连接服务，请稍后重试。', en: 'The service cannot be reached. Try again.' },
} as const satisfies Record<string, Text>;
