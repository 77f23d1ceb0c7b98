import type { VoidReason } from '../../../../shared/credentials.ts';
import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '管理网证', en: 'Your credential' },
  reading: { zh: '正在读取…', en: 'Reading…' },
  state: { zh: '状态', en: 'State' },
  level: { zh: '等级', en: 'Level' },
  since: { zh: '从什么时候起', en: 'Since' },
  strictFrom: { zh: '恢复“当面核验”', en: 'Proved in person again from' },
  endsAt: { zh: '有效期至', en: 'Valid until' },
  reportEnds: { zh: '身份证挂失到', en: 'ID card reported lost until' },
  movableUntil: { zh: '迁到本机的期限', en: 'Can be brought here until' },
  movableFrom: { zh: '最早可以迁到本机', en: 'Can be brought here from' },
  none: { zh: '您还没有网证', en: 'You have no credential yet' },
  noneNext: { zh: '申请一次，以后到柜台只需扫码。', en: 'Apply once; at counters you then only scan.' },
  apply: { zh: '申请网证', en: 'Apply for a credential' },
  suspended: {
    zh: '有人提出了异议，运营方正在处理',
    en: 'It was disputed, and the operator is looking into it',
  },
  suspendedNext: {
    zh: '处理完会通知您。急着用，请柜台人工核验身份证。',
    en: 'You are told once it is settled. If it is urgent, ask the staff at the counter to check your ID card.',
  },
  unusable: { zh: '网证还在原来那部手机名下', en: 'The credential still belongs to your former phone' },
  unusableNext: {
    zh: '手机换了，就把网证迁过来；原来的手机丢了或被偷了，先挂失。',
    en: 'If you changed phones, bring it along. If the former phone is lost or stolen, report that first.',
  },
  move: { zh: '把网证迁到本机', en: 'Bring my credential here' },
  doHere: { zh: '可以办的事', en: 'What you can do' },
  more: { zh: '其他', en: 'More' },
  whatItDoes: { zh: '会怎么样', en: 'What it does' },
  whatUndoesIt: { zh: '怎样恢复', en: 'What undoes it' },
  working: { zh: '正在办理…', en: 'One moment…' },
  keep: { zh: '先不办', en: 'Not now' },
  toCamera: { zh: '去拍摄', en: 'Go to the camera' },
  back: { zh: '回到管理网证', en: 'Back to my credential' },
} as const satisfies Record<string, Text>;

/** Why a credential is void, and what to do then. */
export const voided: Record<VoidReason, { why: Text; next: Text }> = {
  superseded: {
    why: {
      zh: '已被新的网证代替，或没有在期限内迁过来',
      en: 'Another one took its place, or it was not brought along in time',
    },
    next: { zh: '要在本机使用，请重新申请。', en: 'Apply again to use one on this phone.' },
  },
  'phone-lost': {
    why: { zh: '手机已挂失，网证已作废', en: 'The phone was reported lost, and the credential is void' },
    next: {
      zh: '那部手机再也不能用这张网证。请在本机重新申请；原来是“当面核验”的，再带身份证去一次受理点。',
      en: 'That phone can never use it again. Apply anew on this phone; if it was checked in person, visit an acceptance point with your ID card once more.',
    },
  },
  erased: {
    why: { zh: '您已注销', en: 'You had it erased' },
    next: { zh: '以后还要用，可以重新申请。', en: 'You can apply again whenever you like.' },
  },
  expired: {
    why: { zh: '身份证有效期已过，网证随之失效', en: 'The ID card has run out, and the credential with it' },
    next: {
      zh: '请先到派出所换领身份证，再用新证的有效期重新申请。',
      en: 'Renew the ID card first, then apply again with the date on the new one.',
    },
  },
};
