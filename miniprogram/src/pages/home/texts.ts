import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '亮证', en: 'Liangzheng' },
  scan: { zh: '扫一扫', en: 'Scan the code' },
  apply: { zh: '申请网证', en: 'Apply for a credential' },
  records: { zh: '核验记录', en: 'Records' },
  settings: { zh: '设置', en: 'Settings' },
  help: { zh: '帮助', en: 'Help' },
} as const satisfies Record<string, Text>;
