import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '核验记录', en: 'Records' },
} as const satisfies Record<string, Text>;
