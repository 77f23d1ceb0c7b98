import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '申请网证', en: 'Apply for a credential' },
} as const satisfies Record<string, Text>;
