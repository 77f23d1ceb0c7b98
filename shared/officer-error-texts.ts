import type { ErrorCode } from './errors.ts';
import type { Text } from './text.ts';

/** What an officer or the administrator of officers is told: a part of `errorTexts`. */
export const officerErrorTexts = {
  'shift-over': {
    zh: '本次上班已结束，或权限已被收回',
    en: 'This shift is over, or the right to work here was withdrawn.',
  },
  'officer-cap-reached': {
    zh: '今天办理的数量已到上限',
    en: 'The most that may be done in one day has been done.',
  },
  'second-officer-same': {
    zh: '需要另一位受理员确认，不能是同一人',
    en: 'A second officer has to confirm: not the same one.',
  },
  'decision-invalid': {
    zh: '各项回答不一致，或没有选择原因',
    en: 'The answers do not go together, or a reason is missing.',
  },
  'decision-changed': {
    zh: '要确认的内容已变化',
    en: 'What is to be confirmed has changed since you decided.',
  },
  'review-over': { zh: '这一件已经处理完毕', en: 'This case has been decided already.' },
  'appointment-unknown': {
    zh: '没有找到这个预约码',
    en: 'There is no such appointment at this point.',
  },
  'officer-needs-strict': {
    zh: '这个人没有彩色网证，不能担任受理员',
    en: 'This person has no coloured credential of their own, and cannot be an officer.',
  },
} as const satisfies { [code in ErrorCode]?: Text };
