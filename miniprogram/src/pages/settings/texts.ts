import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '设置', en: 'Settings' },
} as const satisfies Record<string, Text>;
