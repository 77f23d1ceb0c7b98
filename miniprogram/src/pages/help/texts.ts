import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '帮助', en: 'Help' },
} as const satisfies Record<string, Text>;
