import type { Moment, Said } from './to-the-clerk.ts';

const card: Said = {
  title: { zh: '改为人工', en: 'In person' },
  hint: { zh: '请出示身份证。', en: 'Please show your ID card.' },
};
const ended: Said = {
  title: { zh: '本次已结束', en: 'This check has ended' },
  hint: { zh: '请问面前的{staff}。', en: 'Please ask {staff} in front of you.' },
};

/** What the counter's screen says to the guest, who reads it in both languages. */
export const guestMessages: Readonly<Record<Moment, Said>> = {
  open: {
    title: { zh: '请扫码', en: 'Please scan' },
    hint: { zh: '用微信、支付宝或手机浏览器', en: 'With WeChat, Alipay or your browser' },
  },
  'more-time': {
    title: { zh: '不用着急', en: 'Take your time' },
    hint: { zh: '已经扫过码的，请在手机上继续', en: 'If you have scanned, go on on your phone' },
  },
  claimed: {
    title: { zh: '请看手机', en: 'Look at your phone' },
    hint: { zh: '按手机上的提示，一步一步来。', en: 'It tells you what to do, step by step.' },
  },
  word: {
    title: { zh: '请看手机', en: 'Look at your phone' },
    hint: {
      zh: '出现三个数字时，念给面前的{staff}；不要在电话里告诉别人。',
      en: 'When it shows three digits, say them to {staff} in front of you; tell nobody by phone.',
    },
  },
  again: {
    title: { zh: '请再念一次数字', en: 'Please say the digits again' },
    hint: {
      zh: '看着手机，念给面前的{staff}。',
      en: 'Read them from your phone to {staff} in front of you.',
    },
  },
  taken: { title: { zh: '正在核对', en: 'Checking' }, hint: { zh: '请稍候。', en: 'Please wait.' } },
  passed: { title: { zh: '通过', en: 'Passed' }, hint: { zh: '可以办理了。', en: 'You can go on.' } },
  failed: {
    title: { zh: '未通过', en: 'Not passed' },
    hint: {
      zh: '这不代表您有错。请问面前的{staff}。',
      en: 'It does not mean that you did anything wrong. Please ask {staff} in front of you.',
    },
  },
  declined: card,
  staffed: card,
  cancelled: ended,
  expired: ended,
  aborted: ended,
  ready: {
    title: { zh: '欢迎', en: 'Welcome' },
    hint: { zh: '请稍候，二维码会显示在这里。', en: 'Please wait: the code will appear here.' },
  },
};
