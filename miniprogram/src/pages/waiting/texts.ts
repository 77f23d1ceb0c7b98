import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '等待结果', en: 'Waiting for the result' },
} as const satisfies Record<string, Text>;
