import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '正在核对', en: 'Checking' },
  sending: { zh: '正在加密发送，请稍等…', en: 'Sending it, sealed. One moment…' },
  deciding: {
    zh: '认证方正在核对，通常只要几秒钟…',
    en: 'The authority is checking. This usually takes seconds…',
  },
  long: {
    zh: '比平时慢一些，请再等等。不用重新拍摄。',
    en: 'It takes longer than usual. Please wait a little more; nothing has to be done again.',
  },
  calm: {
    zh: '您不用做什么，有了结果会自动显示。',
    en: 'You have nothing to do: the result comes by itself.',
  },
} as const satisfies Record<string, Text>;
