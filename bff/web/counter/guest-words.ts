import type { Text } from '../../../shared/text.ts';
import type { Phase } from './check.ts';
import type { Words } from './clerk-words.ts';
import type { People } from './people.ts';

/**
 * What each phase says to the guest, who reads it in both languages, complete by type.
 * @param again the same guest as before tries once more
 */
export function guestWords(phase: Phase, { staff }: People, again = false): Words {
  const said = words[phase](staff);
  return again && phase === 'open' ? { ...said, title: scanAgain } : said;
}

const scanAgain: Text = { zh: '请再扫一次', en: 'Please scan once more' };

const helped = (staff: Text): Text => ({
  zh: `请问面前的${staff.zh}。`,
  en: `Please ask ${staff.en} in front of you.`,
});
const card: Words = {
  title: { zh: '改为人工', en: 'In person' },
  hint: { zh: '请出示身份证。', en: 'Please show your ID card.' },
};
const ended = (staff: Text): Words => ({
  title: { zh: '本次已结束', en: 'This check has ended' },
  hint: helped(staff),
});

const words: Record<Phase, (staff: Text) => Words> = {
  open: () => ({
    title: { zh: '请扫码', en: 'Please scan' },
    hint: { zh: '用微信、支付宝或手机浏览器', en: 'With WeChat, Alipay or your browser' },
  }),
  'more-time': () => ({
    title: { zh: '不用着急', en: 'Take your time' },
    hint: { zh: '已经扫过码的，请在手机上继续', en: 'If you have scanned, go on on your phone' },
  }),
  claimed: () => ({
    title: { zh: '请看手机', en: 'Look at your phone' },
    hint: { zh: '按手机上的提示，一步一步来。', en: 'It tells you what to do, step by step.' },
  }),
  word: (staff) => ({
    title: { zh: '请看手机', en: 'Look at your phone' },
    hint: {
      zh: `出现三个数字时，念给面前的${staff.zh}；不要在电话里告诉别人。`,
      en: `When it shows three digits, say them to ${staff.en} in front of you; tell nobody by phone.`,
    },
  }),
  again: (staff) => ({
    title: { zh: '请再念一次数字', en: 'Please say the digits again' },
    hint: {
      zh: `看着手机，念给面前的${staff.zh}。`,
      en: `Read them from your phone to ${staff.en} in front of you.`,
    },
  }),
  taken: () => ({
    title: { zh: '正在核对', en: 'Checking' },
    hint: { zh: '请稍候。', en: 'Please wait.' },
  }),
  passed: () => ({
    title: { zh: '通过', en: 'Passed' },
    hint: { zh: '可以办理了。', en: 'You can go on.' },
  }),
  failed: (staff) => ({
    title: { zh: '未通过', en: 'Not passed' },
    hint: {
      zh: `这不代表您有错。${helped(staff).zh}`,
      en: `It does not mean that you did anything wrong. ${helped(staff).en}`,
    },
  }),
  declined: () => card,
  staffed: () => card,
  cancelled: ended,
  expired: ended,
  aborted: ended,
  ready: () => ({
    title: { zh: '欢迎', en: 'Welcome' },
    hint: { zh: '请稍候，二维码会显示在这里。', en: 'Please wait: the code will appear here.' },
  }),
};

/** The three steps that the code stands beside, in the order of their pictures. */
export const steps = [
  { zh: '扫码', en: 'Scan' },
  { zh: '看清是谁在问，同意后照着做', en: 'See who asks, agree, follow your phone' },
  { zh: '看到三个数字，就念出来', en: 'If you see three digits, say them' },
] as const satisfies readonly Text[];
