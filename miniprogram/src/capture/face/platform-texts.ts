import type { FacePlatform } from '../../../../shared/challenge.ts';
import type { Text } from '../../../../shared/text.ts';

export const platformTexts = {
  wechat: {
    ready: { zh: '接下来由微信刷脸', en: 'Next, WeChat looks at your face' },
    what: {
      zh: '点“开始”，会打开微信的刷脸页面，请按它的提示做。完成后会自动回到这里。',
      en: 'Tap "Start": WeChat opens a page of its own. Do as it says; afterwards you are back here.',
    },
    working: { zh: '正在等待微信…', en: 'Waiting for WeChat…' },
  },
  alipay: {
    ready: { zh: '接下来由支付宝刷脸', en: 'Next, Alipay looks at your face' },
    what: {
      zh: '点“开始”，会打开支付宝的刷脸页面，请按它的提示做。完成后会自动回到这里。',
      en: 'Tap "Start": Alipay opens a page of its own. Do as it says; afterwards you are back here.',
    },
    working: { zh: '正在等待支付宝…', en: 'Waiting for Alipay…' },
  },
} as const satisfies Record<FacePlatform, Record<'ready' | 'what' | 'working', Text>>;
