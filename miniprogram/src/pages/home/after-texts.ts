import type { Text } from '../../../../shared/text.ts';

/** What can be done where a credential has come, or become another. */
export const texts = {
  backToCheck: { zh: '回到柜台的核验', en: 'Back to the check at the counter' },
  counterWaits: {
    zh: '刚才的柜台还在等您，不用重新扫码。',
    en: 'The counter still waits for you; you need not scan again.',
  },
  raise: { zh: '到受理点升级为彩色', en: 'Have it raised in person' },
} as const satisfies Record<string, Text>;
