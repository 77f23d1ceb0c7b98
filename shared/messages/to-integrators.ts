import type { Text } from '../text.ts';
import type { Moment } from './to-the-clerk.ts';

/** What each moment means to whoever writes a counter's program, and what the program does: for its log. */
export const integratorMessages = {
  ready: {
    zh: '没有进行中的会话：需要时用 openSession 发起。',
    en: 'No session lives: open one when it is wanted.',
  },
  open: {
    zh: '等待扫码：按服务器时钟每秒显示新的二维码。',
    en: 'Nobody has claimed it: show a new code each second by the server’s clock.',
  },
  'more-time': {
    zh: '有人扫了码但还不能继续：继续显示二维码；可用 extendSession 延长一次。',
    en: 'Somebody scanned and cannot go on yet: go on showing the code; extendSession gives more time once.',
  },
  claimed: {
    zh: '手机已认领：收起二维码，等待结果。',
    en: 'A phone has claimed it: take the code away and wait.',
  },
  word: {
    zh: '需要柜台口令：请工作人员输入客人念出的三个数字，用 giveWord 提交。',
    en: 'The counter word is awaited: have the clerk type what the guest says, and send it by giveWord.',
  },
  again: {
    zh: '口令不对，还可以提交一次；同样的数字不算新的一次。',
    en: 'The digits did not fit: one more try; the same ones again are none.',
  },
  taken: {
    zh: '口令已收到，是否正确只由最终结果说明。',
    en: 'The word is taken; whether it fitted is told by the end alone.',
  },
  passed: {
    zh: '通过：核对结果令牌的签名、aud、jti，并确认 sandbox 为 false，再办理。',
    en: 'Passed: verify signature, aud and jti of the result token and that sandbox is false, then go on.',
  },
  failed: {
    zh: '未通过是结果，不是错误：可以重新发起，或改为人工。',
    en: 'Not passed is a decision, not an error: open another session or offer the staffed way.',
  },
  declined: {
    zh: '持证人不同意：提供人工方式，不得因此区别对待。',
    en: 'The holder declined: offer the staffed way, at no disadvantage.',
  },
  staffed: {
    zh: '柜台改为人工，记为 declined。',
    en: 'The counter went on with the card, recorded as declined.',
  },
  cancelled: {
    zh: '柜台结束了会话（abandoned）。',
    en: 'The counter ended it (abandoned).',
  },
  expired: {
    zh: '超时：没有人及时完成；需要时重新发起。',
    en: 'Out of time: nobody finished; open another session if it is still wanted.',
  },
  aborted: {
    zh: '没有得出结果（例如没有口令，或认证方不可用）：重新发起，或改为人工。',
    en: 'It ended without a result, as for want of the word or of the authority: open another, or the staffed way.',
  },
} as const satisfies Record<Moment, Text>;
