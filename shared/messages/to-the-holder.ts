import type { Moment, Said } from './to-the-clerk.ts';

/**
 * What the phone says at the moments that it shares with the counter. The phone has its words beside its pages; a test holds these to
 * them, so that nobody is told one thing by a counter and another by the own phone.
 */
export const holderMessages: Readonly<Partial<Record<Moment, Said>>> = {
  word: {
    title: { zh: '请把这三个数字告诉{staff}', en: 'Say these three digits to {staff}' },
    hint: {
      zh: '只告诉您面前的{staff}，不要在电话里告诉别人',
      en: 'Only to {staff} in front of you, never by phone',
    },
  },
  taken: {
    title: { zh: '正在核对', en: 'Checking' },
    hint: {
      zh: '您不用做什么，有了结果会自动显示。',
      en: 'You have nothing to do: the result comes by itself.',
    },
  },
  passed: {
    title: { zh: '通过', en: 'Passed' },
    hint: { zh: '柜台已收到结果，请收好手机。', en: 'The counter has the result. You are done.' },
  },
  failed: {
    title: { zh: '未通过', en: 'Not passed' },
    hint: {
      zh: '这不代表您有错。可以请工作人员重新发起，再扫一次新的二维码；也可以把身份证交给工作人员核验。',
      en: 'It does not mean that you did anything wrong. Ask the staff to start again and scan the new code, or hand them your ID card.',
    },
  },
  declined: {
    title: { zh: '改为人工', en: 'The staff take over' },
    hint: {
      zh: '柜台已经知道，不影响您办事。请把身份证交给工作人员核验。',
      en: 'The counter knows, and you are served all the same. Please hand the staff your ID card.',
    },
  },
  cancelled: {
    title: { zh: '柜台已取消', en: 'The counter cancelled' },
    hint: {
      zh: '这次什么都没有核验。如果还需要，请工作人员重新发起，再扫新的二维码。',
      en: 'Nothing was checked. If it is still needed, ask the staff to start again and scan the new code.',
    },
  },
  expired: {
    title: { zh: '已超时', en: 'Out of time' },
    hint: {
      zh: '没有关系。请工作人员重新发起，再扫一次新的二维码；也可以改为人工，把身份证交给工作人员。',
      en: 'It does not matter. Ask the staff to start again and scan the new code, or hand them your ID card.',
    },
  },
  aborted: {
    title: { zh: '没有结果', en: 'No result' },
    hint: {
      zh: '这不代表您有错。请工作人员重新发起，再扫一次新的二维码；也可以把身份证交给工作人员核验。',
      en: 'It does not mean that you did anything wrong. Ask the staff to start again and scan the new code, or hand them your ID card.',
    },
  },
};
