import type { HolderErrorCode } from './holder-errors.ts';
import type { Text } from './text.ts';

/** What a guardian is told: a part of `errorTexts`. */
export const familyErrorTexts = {
  'delegation-over': {
    zh: '家人委托已结束，或不在这部手机上',
    en: 'You do not answer for them any more, or not on this phone.',
  },
  'delegation-rests': {
    zh: '您自己的网证现在不能用',
    en: 'Your own credential cannot be used now.',
  },
  'delegation-scene': {
    zh: '绑定时没有包括这类业务',
    en: 'This kind of business was not included.',
  },
  'guardian-word-refused': {
    zh: '没有收到监护人的同意，或已过期',
    en: 'The guardian’s consent is missing or too old.',
  },
  'id-taken': { zh: '这个编号已被使用', en: 'That id, or that key id, is in use.' },
  'renewal-early': {
    zh: '到期前 30 天内才能续期',
    en: 'You can renew within the last 30 days.',
  },
  'terminal-unknown': {
    zh: '这台设备不是登记过的终端',
    en: 'This device is no registered terminal.',
  },
} as const satisfies { [Code in HolderErrorCode]?: Text };
