import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '等待结果', en: 'Waiting for the result' },
  sending: { zh: '正在加密发送…', en: 'Sending, sealed…' },
  deciding: {
    zh: '认证方正在核对，通常只需几秒…',
    en: 'The authority is checking. This usually takes seconds…',
  },
  long: {
    zh: '比平时慢一些，请稍等，不需要重新拍摄。',
    en: 'It takes longer than usual. Please wait; nothing has to be captured again.',
  },
} as const satisfies Record<string, Text>;
