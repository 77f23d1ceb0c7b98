import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '登录', en: 'Sign in' },
  forCheck: { zh: '柜台在等您核验，请先登录', en: 'The counter is waiting: sign in first' },
  forCheckNext: {
    zh: '登录后直接回到柜台的核验，不用再扫一次。赶时间可以请工作人员人工核验。',
    en: 'You then come straight back to the check, without scanning again. In a hurry? Ask the staff to check your card.',
  },
  why: {
    zh: '登录只用来确认这是您的手机，柜台看不到您的手机号码。',
    en: 'Signing in only ties this phone to you. No counter ever sees your number.',
  },
  takeover: {
    zh: '在本机登录后，您之前使用的手机会退出。那部手机上的网证，24 小时内可以迁到本机。',
    en: 'Signing in here signs out the phone you used before. Its credential can be brought here within 24 hours.',
  },
  phone: { zh: '手机号码', en: 'Mobile number' },
  phoneHint: { zh: '中国大陆 11 位手机号码', en: 'Mainland China, 11 digits' },
  phoneWrong: { zh: '请输入正确的 11 位手机号码', en: 'Enter the 11 digits of a mainland mobile number' },
  send: { zh: '获取验证码', en: 'Send the code' },
  sendAgain: { zh: '重新获取验证码', en: 'Send a new code' },
  seconds: { zh: '秒后可重新获取', en: 's until a new code can be sent' },
  sent: { zh: '验证码已发送，请查看短信。', en: 'The code was sent. Look at your text messages.' },
  code: { zh: '短信验证码', en: 'Code from the message' },
  codeHint: { zh: '6 位数字，5 分钟内有效', en: '6 digits, good for 5 minutes' },
  codeWrong: { zh: '请输入 6 位数字', en: 'Enter the 6 digits' },
  signIn: { zh: '登录', en: 'Sign in' },
  working: { zh: '正在登录', en: 'Signing in' },
  placeLost: {
    zh: '您已在另一台手机登录。要改用这部手机吗？那一台会退出。',
    en: 'You are signed in on another phone. Use this one instead? The other one is then signed out.',
  },
  platform: {
    zh: '使用当前应用的账号自动登录，无需输入。',
    en: 'You are signed in by the app that you are in; nothing to type.',
  },
} as const satisfies Record<string, Text>;
