import type { Text } from '../../../shared/text.ts';

/** What stands on the page around the desk. */
export const texts = {
  title: { zh: '亮证柜台', en: 'Liangzheng counter' },
  secondTitle: { zh: '亮证', en: 'Liangzheng' },
  otherLanguage: { zh: 'English', en: '中文' },
  chooseTitle: { zh: '这个柜台办理什么？', en: 'What is this counter for?' },
  scene: { zh: '业务类型', en: 'Kind of service' },
  purpose: { zh: '办理事项', en: 'What for' },
  counter: { zh: '柜台', en: 'Counter' },
  guestWindow: { zh: '打开第二屏', en: 'Open the second screen' },
  oneWindow: { zh: '合成一屏', en: 'One screen again' },
  soundOn: { zh: '声音：开', en: 'Sound: on' },
  soundOff: { zh: '声音：关', en: 'Sound: off' },
  change: { zh: '更换业务类型', en: 'Change the service' },
  noCounters: {
    zh: '没有可用的演示柜台：请在运行服务的这台电脑上用 127.0.0.1 打开本页。',
    en: 'No demonstration counter: open this page on the machine that runs the service, as 127.0.0.1.',
  },
} as const satisfies Record<string, Text>;
