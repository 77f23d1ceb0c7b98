import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '核验结果', en: 'Result' },
} as const satisfies Record<string, Text>;
