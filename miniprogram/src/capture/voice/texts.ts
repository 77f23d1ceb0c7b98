import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '语音采集', en: 'Voice' },
} as const satisfies Record<string, Text>;
