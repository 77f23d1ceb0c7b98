import type { LoginPlatform } from '../../../../shared/contract/login/01-login.ts';
import type { Text } from '../../../../shared/text.ts';

const on: Record<LoginPlatform, Text> = {
  wechat: {
    zh: '微信也会给您发消息。消息里没有您的个人信息。',
    en: 'WeChat sends you a message as well. It says nothing about you.',
  },
  alipay: {
    zh: '支付宝也会给您发消息。消息里没有您的个人信息。',
    en: 'Alipay sends you a message as well. It says nothing about you.',
  },
};

const off: Record<LoginPlatform, Text> = {
  wechat: {
    zh: '也可以让微信给您发消息，不打开亮证也能看到。',
    en: 'WeChat can send you a message as well, so that you see it without opening this app.',
  },
  alipay: {
    zh: '也可以让支付宝给您发消息，不打开亮证也能看到。',
    en: 'Alipay can send you a message as well, so that you see it without opening this app.',
  },
};

export const reminderTexts = {
  heading: { zh: '到期提醒', en: 'Before it ends' },
  always: {
    zh: '到期前 30 天、7 天、1 天，首页的“通知”里会提醒您换证、续期。',
    en: '30, 7 and 1 days before, "Notices" on the home page tells you to renew.',
  },
  on,
  off,
  want: { zh: '也给我发消息', en: 'Send me a message too' },
  end: { zh: '不用发消息了', en: 'Send no more messages' },
  refused: {
    zh: '您没有允许发消息。没关系，“通知”里照样提醒。',
    en: 'You did not allow messages. It does not matter: "Notices" tells you all the same.',
  },
} as const;
