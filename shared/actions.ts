import type { Text } from './text.ts';

/** What the person, or the program, can do next. Closed: each has a text. */
export const actions = {
  'fix-request': {
    zh: '请检查请求后再发送',
    en: 'Correct the request; sending it again unchanged will fail again.',
  },
  'fetch-token': { zh: '请重新获取访问令牌', en: 'Get a new access token and send the request again.' },
  'use-new-nonce': {
    zh: '请用应答中的新随机数重试',
    en: 'Send the request again with the nonce of this answer.',
  },
  'ask-again': { zh: '请按间隔再次查询', en: 'Ask again after the interval.' },
  'log-in-again': { zh: '请重新登录', en: 'Sign in again on this phone.' },
  'use-passkey-again': {
    zh: '请再试一次，并按设备提示完成指纹、面容或 PIN 验证',
    en: 'Try again, and confirm by finger, face or PIN as your device asks.',
  },
  'ask-for-link': { zh: '请让另一位操作员重新发一个链接', en: 'Ask another operator for a new link.' },
  'verify-again': {
    zh: '请用通行密钥确认后再做；命令行请重新运行 npm run operator -- token',
    en: 'Confirm by your passkey and repeat it; for the command, run npm run operator -- token again.',
  },
  'open-console': { zh: '请直接打开控制台再操作', en: 'Open the console itself and do it there.' },
  'add-passkey-first': { zh: '请先添加另一个通行密钥', en: 'Add another passkey first.' },
  'invite-first': { zh: '请先邀请另一位操作员', en: 'Invite another operator first.' },
  'remove-passkey-first': {
    zh: '请先删除一个不再使用的通行密钥',
    en: 'Remove one that is no longer used first.',
  },
  'pair-again': {
    zh: '请在命令行重新运行 npm run operator -- token',
    en: 'Run npm run operator -- token again, and use the new code.',
  },
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
  'capture-again': { zh: '请再试一次，按屏幕提示做', en: 'Try again and follow the screen.' },
  'retry-later': {
    zh: '请稍后重试，也可以请工作人员人工核验身份证',
    en: 'Try again in a moment, or ask the staff to check your card.',
  },
  'ask-staff': { zh: '请工作人员人工核验身份证', en: 'Ask the staff to check your card instead.' },
  'read-again': { zh: '请重新读取后再修改', en: 'Read it again, then make the change from there.' },
  'ask-colleague': {
    zh: '请提出申请，由另一位运营人员批准',
    en: 'Propose it, and ask another operator to approve it.',
  },
  'propose-again': { zh: '请重新提出申请', en: 'Propose it again.' },
  nothing: { zh: '无需操作', en: 'Nothing needs to be done.' },
} as const satisfies Record<string, Text>;

export type Action = keyof typeof actions;
