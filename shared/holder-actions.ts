import type { Text } from './text.ts';

/** What a person can do next where a phone is refused. A part of `actions`. */
export const holderActions = {
  'fix-request': {
    zh: '请检查请求后再发送',
    en: 'Correct the request; sending it again unchanged will fail again.',
  },
  'fetch-token': { zh: '请重新获取访问令牌', en: 'Get a new access token and send the request again.' },
  'use-new-nonce': {
    zh: '请用应答中的新随机数重试',
    en: 'Send the request again with the nonce of this answer.',
  },
  'update-app': {
    zh: '请关掉亮证，再打开一次，按新的说明选择',
    en: 'Close the app, open it again, and choose by the new text.',
  },
  'log-in-again': { zh: '请重新登录', en: 'Sign in again on this phone.' },
  'check-code': { zh: '请对照短信，重新输入验证码', en: 'Check the code in the message and enter it again.' },
  'new-code': { zh: '请重新获取验证码', en: 'Ask for a new code.' },
  'scan-again': { zh: '请重新扫描柜台上的二维码', en: 'Scan the code on the counter again.' },
  'new-session': { zh: '请柜台重新发起一次核验', en: 'Ask the counter to start a new check.' },
  'apply-first': {
    zh: '请先申请网证，也可以请工作人员人工核验身份证',
    en: 'Apply for a credential first, or ask the staff to check your card.',
  },
  'raise-level': {
    zh: '请带身份证到受理点升级网证，也可以请工作人员人工核验身份证',
    en: 'Take your ID card to an acceptance point to raise the level, or ask the staff to check your card.',
  },
  'unfreeze-first': {
    zh: '请在“管理网证”里解冻后再用，也可以请工作人员人工核验身份证',
    en: 'Unfreeze it under “Manage” first, or ask the staff to check your card.',
  },
  'move-first': {
    zh: '请在 24 小时内把网证迁到这部手机，也可以请工作人员人工核验身份证',
    en: 'Bring it to this phone within 24 hours, or ask the staff to check your card.',
  },
  'visit-point': {
    zh: '请带身份证到受理点，由受理员当面解冻；身份证挂失的，先等挂失到期',
    en: 'Take your ID card to an acceptance point, where an officer unfreezes it; where the card is reported lost, wait until that report ends.',
  },
  'see-family': {
    zh: '请在“家人”里查看；需要时带证件到受理点重新办理',
    en: 'See “Family”; take your papers to an acceptance point to do it anew where that is needed.',
  },
  'capture-again': { zh: '请再试一次，按屏幕提示做', en: 'Try again and follow the screen.' },
  'retry-later': {
    zh: '请稍后重试，也可以请工作人员人工核验身份证',
    en: 'Try again in a moment, or ask the staff to check your card.',
  },
  'ask-staff': { zh: '请工作人员人工核验身份证', en: 'Ask the staff to check your card instead.' },
  'ask-other-officer': {
    zh: '请由另一位受理员办理',
    en: 'Have another officer do this.',
  },
  'read-again': { zh: '请重新读取后再修改', en: 'Read it again, then make the change from there.' },
  'scan-other-phone': {
    zh: '请让对方重新打开“互相确认”，再扫对方的手机',
    en: 'Ask the other person to open "Confirm each other" again, and scan that phone.',
  },
  'let-other-scan': {
    zh: '请让对方用自己的手机来扫',
    en: 'Let the other person scan it with their own phone.',
  },
  'wait-a-day': { zh: '请明天再试', en: 'Try again tomorrow.' },
  nothing: { zh: '无需操作', en: 'Nothing needs to be done.' },
} as const satisfies Record<string, Text>;

export type HolderAction = keyof typeof holderActions;
