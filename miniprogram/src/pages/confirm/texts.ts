import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '确认核验', en: 'Confirm the check' },
} as const satisfies Record<string, Text>;
