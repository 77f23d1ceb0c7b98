import * as limits from '../../../../../shared/limits.ts';
import type { Operations } from '../entry.ts';
import { sampleWord } from '../parameters.ts';
import { holderViews } from '../schemas/on-phone.ts';
import { lasting } from '../written/lasting.ts';

const codes = ['code-unreadable', 'code-stale', 'code-forged'] as const;
const asking = ['authority-unavailable', 'sample-not-awaited', 'challenge-expired'] as const;
const ofSession = ['not-found', 'session-taken', 'session-over'] as const;

/** What a phone asks for. */
export const phoneOperations: Operations = {
  login: {
    zh: '持证人登录',
    more: `\`device\` is refused with \`login-refused\` where no holder has this key. A login takes the place of the holder’s other phone, whose credential can be brought along within ${lasting(limits.movableFor)}.`,
    refuses: [
      ...(['login-refused', 'soter-refused', 'sms-code-wrong', 'sms-code-over'] as const),
      ...(['platform-busy', 'platform-unavailable'] as const),
    ],
  },
  sendLoginCode: {
    zh: '发送短信验证码',
    more: 'Not found where the operator offers no SMS.',
    refuses: ['not-found', 'sms-too-many', 'platform-unavailable'],
  },
  arrive: {
    zh: '手机扫码到达',
    refuses: [...codes, 'session-over', 'session-taken', 'who-asks-unknown'],
  },
  readWaitingCounter: { zh: '是否还有柜台在等这部手机' },
  claim: {
    zh: '手机认领扫到的核验',
    refuses: [
      ...codes,
      ...([
        'session-taken',
        'session-over',
        'credential-missing',
        'credential-void',
        'credential-frozen',
        'credential-suspended',
        'credential-unusable',
        'level-too-low',
      ] as const),
      'who-asks-unknown',
    ],
    answers: { claimed: { summary: 'Show who asks', value: holderViews.claimed } },
  },
  decline: {
    zh: '持证人不同意',
    refuses: [...ofSession, 'step-out-of-order'],
    answers: { declined: { summary: 'Over', value: holderViews.declined } },
  },
  pause: { zh: '持证人离开了核验页面', refuses: [...ofSession] },
  extend: {
    zh: '持证人延长时间',
    refuses: [...ofSession, 'step-out-of-order', 'extended-already'],
  },
  readKeyList: {
    zh: '读取认证方密钥清单',
    more: 'A phone asks just before it seals: what is sealed to a key that was struck meanwhile is sealed to nobody.',
    refuses: ['authority-unavailable'],
  },
  askChallenge: {
    zh: '同意并请求质询',
    refuses: [
      ...ofSession,
      ...([
        'step-out-of-order',
        'consent-missing',
        'consent-outdated',
        'challenge-expired',
        'who-asks-unknown',
      ] as const),
      ...(['credential-void', 'credential-frozen', 'credential-suspended', 'credential-unusable'] as const),
      ...(['credential-state-other', 'credential-locked', 'application-rests', 'level-too-low'] as const),
      ...(['move-rests', 'voice-needed'] as const),
      ...(['officer-may-not', 'receipt-key-refused', 'authority-unavailable'] as const),
      ...(['delegation-over', 'delegation-rests', 'delegation-scene', 'guardian-word-refused'] as const),
      'terminal-unknown',
    ],
  },
  beginPlatformFace: {
    zh: '开始平台刷脸',
    more: 'Not idempotent: each call opens another page at the platform, and the newest counts.',
    refuses: [
      ...ofSession,
      ...asking,
      ...(['step-out-of-order', 'platform-account-other', 'platform-tries-over', 'login-refused'] as const),
      ...(['platform-busy', 'platform-unavailable'] as const),
    ],
  },
  endPlatformFace: {
    zh: '平台刷脸页面已关闭',
    more: 'What the phone believes of the outcome is not asked.',
    refuses: [...ofSession, ...asking, 'step-out-of-order', 'platform-tries-over', 'platform-unavailable'],
    answers: { challenged: { summary: 'The voice is still awaited', value: holderViews.challenged } },
  },
  relaySample: {
    zh: '上传一份密封样本',
    more: `The body is one SEAL/1 envelope of at least ${limits.uploadLeast / 1024} KB in each ${lasting(limits.uploadWindow)}. What is refused is refused before the body is read.`,
    refuses: [
      ...ofSession,
      ...asking,
      ...(['step-out-of-order', 'sample-refused', 'length-required', 'body-too-small'] as const),
      ...(['body-too-large', 'upload-too-slow', 'relay-busy'] as const),
    ],
    parameters: [sampleWord],
    sends: { envelope: { summary: 'An envelope, which is not text', value: 'SEAL\u0001...' } },
    answers: { challenged: { summary: 'Taken; another one is awaited', value: holderViews.challenged } },
  },
  readOwnSession: {
    zh: '读取本机参与的会话',
    more: `Answers at once where \`version\` is above \`after\`, else after the next change or \`wait\` seconds. After the end for ${lasting(limits.claimMemory)}.`,
    refuses: ['not-found', 'session-taken'],
  },
  apply: {
    zh: '同意并开始申请网证',
    refuses: ['consent-missing', 'consent-outdated', 'session-over'],
    answers: { opened: { summary: 'Opened', value: holderViews.application } },
  },
  readCredential: { zh: '读取本机网证' },
  readReceipt: {
    zh: '按位置取一张凭条',
    more: 'Without a token and without a proof. A locator under which there is nothing is answered alike, with what nobody can open; the same each time.',
    refuses: ['authority-unavailable'],
  },
  reportMore: {
    zh: '反映柜台还要了别的',
    more: `Without a token and without a proof. What is kept is one more of this relying party’s on that day, and for ${lasting(limits.reportAge)} that this form was used.`,
    refuses: ['report-refused', 'report-late', 'report-made', 'authority-unavailable'],
  },
  listPoints: {
    zh: '列出受理点',
    more: 'Where an officer sees the card and a credential becomes strict.',
    refuses: ['authority-unavailable'],
  },
  appoint: {
    zh: '预约受理点',
    more: 'The code proves nothing about anybody and opens nothing. It is stored without the holder: the phone keeps it.',
    refuses: ['not-found', 'authority-unavailable'],
  },
  cancelAppointment: {
    zh: '取消受理点预约',
    more: 'Answered alike whether there was one, so that nobody learns which codes there are.',
  },
};
