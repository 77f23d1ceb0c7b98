import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '登录', en: 'Sign in' },
} as const satisfies Record<string, Text>;
