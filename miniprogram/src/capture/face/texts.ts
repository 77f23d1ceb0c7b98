import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '人脸采集', en: 'Face' },
} as const satisfies Record<string, Text>;
