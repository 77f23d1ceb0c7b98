import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '不是我本人登录的', en: 'This was not me' },
  reading: { zh: '正在读取…', en: 'Reading…' },
  lostAt: { zh: '另一台手机登录的时间', en: 'The other phone signed in' },
  until: { zh: '最晚什么时候说明', en: 'You can say so until' },
  ask: {
    zh: '那次登录不是您本人吗？',
    en: 'Was it not you who signed in?',
  },
  does: {
    zh: '马上生效：那台手机上的网证会暂停，谁也用不了，由运营方处理。运营方只看到有人提出异议，看不到您是谁。',
    en: 'At once the credential on that phone is suspended: nobody can use it, and the operator looks into it. The operator sees that it was disputed, not who you are.',
  },
  undo: {
    zh: '处理完以前不能撤回。如果其实是您本人换了手机，不要点。',
    en: 'It cannot be taken back until it is settled. If it was you who changed phones, leave it.',
  },
  yes: { zh: '不是我，马上暂停', en: 'It was not me: suspend it' },
  no: { zh: '是我本人', en: 'It was me' },
  working: { zh: '正在办理…', en: 'One moment…' },
  done: { zh: '已暂停，运营方会处理', en: 'It is suspended, and the operator will look into it' },
  doneNext: {
    zh: '请改掉账号密码，并告诉运营商您的手机卡可能被盗用。要用网证，请在本机重新登录、重新申请。',
    en: 'Change the password of your account, and tell your carrier that your SIM card may be misused. To have a credential again, sign in here and apply anew.',
  },
  number: { zh: '编号（可凭它查询）', en: 'Number, for questions about it' },
  already: { zh: '您已经说明过了', en: 'You have said so already' },
  since: { zh: '那以后发生了什么', en: 'What happened since' },
  over: { zh: '现在不能说明了', en: 'It can no longer be said here' },
  overNext: {
    zh: '已经超过十天，或者手机已挂失，或者那时还没有网证。有疑问请打咨询电话；要用网证，请在本机重新登录、重新申请。',
    en: 'The ten days are over, or the phone was reported lost, or there was no credential. Call the hotline if you have questions; to have a credential, sign in here and apply anew.',
  },
  signIn: { zh: '在本机重新登录', en: 'Sign in on this phone again' },
} as const satisfies Record<string, Text>;
