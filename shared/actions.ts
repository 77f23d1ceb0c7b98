import { holderActions } from './holder-actions.ts';
import type { Text } from './text.ts';

/** What the person, or the program, can do next. Closed: each has a text. */
export const actions = {
  ...holderActions,
  'ask-guardian': {
    zh: '请家人的监护人重新取一个家人码，再输入一次',
    en: 'Ask the guardian for a new family code and type it again.',
  },
  'ask-again': { zh: '请按间隔再次查询', en: 'Ask again after the interval.' },
  'use-passkey-again': {
    zh: '请再试一次，并按设备提示完成指纹、面容或 PIN 验证',
    en: 'Try again, and confirm by finger, face or PIN as your device asks.',
  },
  'ask-for-link': { zh: '请让另一位运营人员重新发一个链接', en: 'Ask another operator for a new link.' },
  'verify-again': {
    zh: '请用通行密钥确认后再做；命令行请重新运行 npm run operator -- token',
    en: 'Confirm by your passkey and repeat it; for the command, run npm run operator -- token again.',
  },
  'open-console': { zh: '请直接打开控制台再操作', en: 'Open the console itself and do it there.' },
  'add-passkey-first': { zh: '请先添加另一个通行密钥', en: 'Add another passkey first.' },
  'invite-first': { zh: '请先邀请另一位运营人员', en: 'Invite another operator first.' },
  'remove-passkey-first': {
    zh: '请先删除一个不再使用的通行密钥',
    en: 'Remove one that is no longer used first.',
  },
  'pair-again': {
    zh: '请在命令行重新运行 npm run operator -- token',
    en: 'Run npm run operator -- token again, and use the new code.',
  },
  'open-shift': {
    zh: '请用通行密钥重新登录上班；如仍不行，请联系管理员',
    en: 'Begin your shift again with your passkey; if that does not work, ask your administrator.',
  },
  'decide-again': { zh: '请核对后重新作出决定', en: 'Look at it again and decide anew.' },
  'serve-anyway': {
    zh: '请直接办理，没有预约也可以',
    en: 'Serve them all the same: no appointment is needed.',
  },
  'raise-officer-first': {
    zh: '请先为这位受理员本人办理彩色网证',
    en: 'Raise the officer’s own credential to the coloured one first.',
  },
  'ask-colleague': {
    zh: '请提出申请，由另一位运营人员批准',
    en: 'Propose it, and ask another operator to approve it.',
  },
  'propose-again': { zh: '请重新提出申请', en: 'Propose it again.' },
} as const satisfies Record<string, Text>;

export type Action = keyof typeof actions;
