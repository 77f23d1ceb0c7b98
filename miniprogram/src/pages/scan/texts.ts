import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '扫码', en: 'Scan' },
  lead: { zh: '请扫描柜台屏幕上的二维码', en: 'Scan the code on the screen at the counter' },
  scan: { zh: '打开扫码', en: 'Open the scanner' },
  browser: {
    zh: '请用手机自带的相机或浏览器的扫码功能对准柜台的二维码，点开链接，就会回到这里。',
    en: "Point your phone's camera app, or your browser's scanner, at the code on the counter and open the link: it leads back here.",
  },
  unreadable: {
    zh: '没有扫到二维码，请再试一次，也可以在下面输入。',
    en: 'No code was read. Try again, or type it below.',
  },
  byHand: { zh: '也可以粘贴二维码里的链接', en: 'You can also paste the link of the code' },
  hint: { zh: '以 https:// 开头', en: 'It begins with https://' },
  open: { zh: '继续', en: 'Continue' },
} as const satisfies Record<string, Text>;
