import type { Ceremony } from '../../../../shared/ceremonies.ts';
import type { ExportClaims } from '../../../../shared/contract/authority/export.ts';
import type { NoticeKind } from '../../../../shared/notices.ts';
import type { SessionState } from '../../../../shared/sessions.ts';
import type { Text } from '../../../../shared/text.ts';

/** What a phone was told, in a few words: the notice itself says what to do. */
export const noticeNames: Record<NoticeKind, Text> = {
  'phone-replaced': { zh: '换了手机登录', en: 'Another phone signed in' },
  'phone-replaced-unsecured': {
    zh: '换了手机登录，没有用指纹确认',
    en: 'A phone that no finger confirmed signed in',
  },
  moved: { zh: '网证迁到了别的手机', en: 'The credential went to another phone' },
  'strict-came': { zh: '恢复了“当面核验”', en: 'Checked in person again' },
  'strict-stopped': { zh: '没有恢复“当面核验”', en: 'Not checked in person again' },
  frozen: { zh: '网证冻结', en: 'Frozen' },
  unfrozen: { zh: '网证解冻', en: 'Unfrozen' },
  'phone-reported-lost': { zh: '手机挂失', en: 'Phone reported lost' },
  'card-reported-lost': { zh: '身份证挂失', en: 'ID card reported lost' },
  'card-report-withdrawn': { zh: '撤销了身份证挂失', en: 'The report of the card was withdrawn' },
  'card-report-ended': { zh: '身份证挂失到期', en: 'The report of the card ended' },
  disputed: { zh: '提出了异议', en: 'Disputed' },
  suspended: { zh: '网证暂停', en: 'Suspended' },
  released: { zh: '网证不再暂停', en: 'Suspended no more' },
  'ends-soon': { zh: '身份证快到期', en: 'The ID card ends soon' },
  renewed: { zh: '网证续期', en: 'Renewed' },
  raised: { zh: '受理点升级', en: 'Raised at an acceptance point' },
  'level-lowered': { zh: '升级等待复核', en: 'The upgrade waits for another officer' },
  'review-over': { zh: '复核结束，没有升级', en: 'The review ended without an upgrade' },
  assisted: { zh: '不用手机核验', en: 'Checked without a phone' },
  'voice-withdrawn': { zh: '撤回了声音', en: 'The voice was withdrawn' },
  erased: { zh: '撤回了人脸，网证作废', en: 'The face was withdrawn, the credential void' },
  'delegation-made': { zh: '绑定了家人', en: 'Bound to a family member' },
  'delegation-ends-soon': { zh: '家人绑定快到期', en: 'A binding ends soon' },
  'delegation-renewed': { zh: '家人绑定续期', en: 'A binding was renewed' },
  'delegation-ended': { zh: '家人绑定结束', en: 'A binding ended' },
  'ward-asks': { zh: '家人等您同意', en: 'A family member waited for you' },
  'ward-tells': { zh: '改为不用每次问', en: 'Set to hear only' },
  'ward-checked': { zh: '家人码被使用', en: 'A family code was used' },
  void: { zh: '网证作废', en: 'The credential is void' },
};

/** What somebody was checked for. */
export const ceremonyNames: Record<Ceremony, Text> = {
  apply: { zh: '申请网证', en: 'Application' },
  verify: { zh: '柜台核验', en: 'Check at a counter' },
  move: { zh: '迁到本机', en: 'Bringing the credential here' },
  protect: { zh: '解冻、撤销挂失', en: 'Unfreezing, withdrawing a report' },
  peer: { zh: '互相确认', en: 'Meeting somebody' },
  raise: { zh: '受理点升级', en: 'Raise at an acceptance point' },
  assist: { zh: '不用手机核验', en: 'Check without a phone' },
  family: { zh: '绑定家人', en: 'Binding a family member' },
  ward: { zh: '家人核验', en: 'Check of a family member' },
  revoke: { zh: '解除监护人', en: 'Ending a guardian' },
};

export const ends: Record<SessionState, Text> = {
  open: { zh: '正在办理', en: 'Under way' },
  claimed: { zh: '正在办理', en: 'Under way' },
  challenged: { zh: '正在办理', en: 'Under way' },
  deciding: { zh: '正在核对', en: 'Being compared' },
  passed: { zh: '通过', en: 'Passed' },
  failed: { zh: '没有通过', en: 'Not passed' },
  'in-review': { zh: '等待复核', en: 'Under review' },
  declined: { zh: '没有同意', en: 'Declined' },
  cancelled: { zh: '柜台取消', en: 'Cancelled' },
  expired: { zh: '超时', en: 'Ran out' },
  aborted: { zh: '中断', en: 'Broken off' },
  superseded: { zh: '换了手机', en: 'Another phone took over' },
};

export const decisions: Record<ExportClaims['raises'][number]['decision'], Text> = {
  pass: { zh: '同意升级', en: 'Raised' },
  refuse: { zh: '没有升级', en: 'Not raised' },
  review: { zh: '转复核', en: 'Given to review' },
};

export const sides: Record<ExportClaims['delegations'][number]['as'] | 'opener' | 'joiner', Text> = {
  guardian: { zh: '我代办', en: 'I act' },
  ward: { zh: '由家人代办', en: 'Family acts for me' },
  opener: { zh: '我出示的码', en: 'I showed the code' },
  joiner: { zh: '我扫的码', en: 'I scanned the code' },
};
