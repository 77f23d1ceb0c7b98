import * as limits from '../../../../../shared/limits.ts';
import type { Text } from '../../../../../shared/text.ts';

const days = limits.wardCopyKept / (24 * 60 * 60 * 1000);

export const texts = {
  title: { zh: '给家人一份回执', en: 'A copy for your family member' },
  opening: { zh: '正在打开…', en: 'Opening …' },
  scan: { zh: '请家人用手机扫这个码', en: 'Let them scan this code' },
  code: { zh: '家人回执的二维码', en: 'The code of their copy' },
  what: {
    zh: '扫码后打开的是这一次核验的回执，可以存下或打印，不用登录。',
    en: 'It opens the receipt of this one check, to be saved or printed. Nobody has to sign in.',
  },
  warning: {
    zh: '谁拍下这个码，谁就能看这一份回执，别的看不到。',
    en: 'Whoever photographs this code can read this one receipt, and nothing else.',
  },
  kept: {
    zh: `本机最多再留 ${days} 天。`,
    en: `This phone keeps it for ${days} days at most.`,
  },
  given: { zh: '家人已收好，从本机删除', en: 'They have it: remove it from this phone' },
  gone: {
    zh: '这部手机上没有这份回执了。家人收好的那份不受影响。',
    en: 'This phone does not have that copy any more. What your family member has saved stays as it is.',
  },
  back: { zh: '返回', en: 'Back' },
} as const satisfies Record<string, Text>;
