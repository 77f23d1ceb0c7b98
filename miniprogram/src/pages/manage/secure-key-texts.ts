import type { Text } from '../../../../shared/text.ts';

export const secureKeyTexts = {
  heading: { zh: '指纹保护', en: 'Protect it by your finger' },
  offer: {
    zh: '用指纹确认这部手机以后，别人用没有指纹确认的手机登录您的账号，要等一天才能迁走网证，您有时间阻止。',
    en: 'Once your finger has confirmed this phone, whoever signs in to your account on a phone without such a confirmation waits a day before the credential can be brought there. That gives you time to stop it.',
  },
  confirm: { zh: '用指纹确认', en: 'Confirm with my finger' },
  working: { zh: '正在确认…', en: 'One moment…' },
  done: { zh: '这部手机已用指纹确认。', en: 'Your finger has confirmed this phone.' },
  turnedAway: {
    zh: '还没有确认，网证照常可以用。随时可以再来。',
    en: 'It is not confirmed yet; the credential works as before. You can do it at any time.',
  },
} as const satisfies Record<string, Text>;
