import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '扫码', en: 'Scan' },
  lead: { zh: '请扫描柜台屏幕上的二维码', en: 'Scan the code on the screen at the counter' },
  scan: { zh: '打开扫码', en: 'Open the scanner' },
  opening: { zh: '正在打开相机，请允许使用', en: 'The camera is opening: allow it if you are asked' },
  aim: { zh: '把柜台的二维码放进方框里', en: 'Hold the code at the counter inside the frame' },
  light: { zh: '打开手电筒', en: 'Light on' },
  dark: { zh: '关闭手电筒', en: 'Light off' },
  other: {
    zh: '这不是柜台的核验码，请对准柜台屏幕上的二维码。',
    en: 'This is not the code of a counter. Point at the code on the screen there.',
  },
  otherWay: {
    zh: '也可以用手机自带的相机对准柜台的二维码，点开出现的链接。',
    en: "You can also point your phone's own camera app at the code, and open the link that appears.",
  },
  unreadable: { zh: '没有扫到二维码，请再试一次。', en: 'No code was read. Try again.' },
} as const satisfies Record<string, Text>;
