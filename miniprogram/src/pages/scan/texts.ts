import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '扫码', en: 'Scan' },
} as const satisfies Record<string, Text>;
