import type { AskedForMore } from '../../../../shared/contract/receipt/02-report.ts';
import type { SessionState } from '../../../../shared/sessions.ts';
import type { Text } from '../../../../shared/text.ts';
import type { SymbolName } from '../../../../shared/ui/symbols.ts';

export const texts = {
  title: { zh: '核验记录', en: 'Records' },
  none: { zh: '还没有核验记录。', en: 'No checks yet.' },
  kept: {
    zh: '记录加密保存在本机：最近 50 条，最多 90\u00a0天；退出登录，或在别的手机登录后清除。如有疑问，请告诉柜台编号。',
    en: 'Records are kept on this phone, encrypted: the last 50, for 90 days at most. They are erased when you sign out, or sign in on another phone. If you have questions, tell the counter the reference.',
  },
  notKept: {
    zh: '这部手机不能加密保存记录，关掉以后就没有了。如有疑问，请记下编号。',
    en: 'This phone cannot encrypt records, so they are gone once you close the app. If you have questions, note the reference.',
  },
  person: { zh: '与另一个人互认', en: 'With another person' },
  by: { zh: '使用', en: 'With ' },
  reference: { zh: '编号', en: 'Reference' },
  /** Of what nobody but the holder asked for. */
  own: { zh: '您自己办理', en: 'By yourself' },

  confirmed: { zh: '认证方已确认', en: 'Confirmed by the authority' },
  asking: { zh: '正在向认证方核对…', en: 'Checking with the authority …' },
  notConfirmed: { zh: '认证方还没有确认', en: 'Not confirmed by the authority' },
  notAsked: {
    zh: '现在连不上，没能核对。请稍后再打开这一页。',
    en: 'The service could not be reached, so nothing was confirmed. Open this page again later.',
  },
  unsaid: {
    zh: '认证方换过密钥，这条不能再确认了。',
    en: 'The authority has changed its keys: this one cannot be confirmed any more.',
  },
  forged: {
    zh: '这条记录和认证方的凭条对不上。请记下编号，拨打咨询电话。',
    en: 'This record does not match the authority’s receipt. Note the reference and call the hotline.',
  },

  byCard: { zh: '在柜台，用身份证', en: 'At the counter, with your ID card' },
  forFamily: { zh: '为家人办理', en: 'For a family member' },
  more: { zh: '查看详情', en: 'Details' },
  less: { zh: '收起详情', en: 'Hide details' },
  place: { zh: '地点', en: 'Place' },
  counter: { zh: '柜台', en: 'Counter' },
  purpose: { zh: '办理', en: 'For' },
  when: { zh: '确认时间', en: 'Confirmed at' },
  released: { zh: '柜台得到的', en: 'What the counter got' },
  releasedToPerson: { zh: '对方得到的', en: 'What the other person got' },
  nothingElse: { zh: '；没有姓名、号码和照片', en: '; no name, no number, no picture' },

  notMe: { zh: '这不是我', en: 'This was not me' },
  notMeAsk: {
    zh: '如果不是您本人办的，网证会马上冻结，任何人都不能再用。以后您本人刷脸就能解冻。',
    en: 'If this was somebody else, your credential is frozen at once and nobody can use it. You can unfreeze it later with your own face.',
  },
  notMeYes: { zh: '不是我，马上冻结', en: 'Not me: freeze it now' },
  notMeNo: { zh: '是我办的', en: 'It was me' },
  notMeDone: {
    zh: '已冻结，并已告诉运营方。运营方只知道有人提出异议，不知道是谁。要继续使用，请到“管理网证”里，由本人刷脸解冻。',
    en: 'Frozen, and the operator has been told: that somebody disputes a check, not who. To use it again, unfreeze it under "Manage" with your own face.',
  },

  askedMore: { zh: '他们还要了别的', en: 'They asked for more' },
  askedMoreAsk: {
    zh: '核验通过以后，柜台还要了什么？反映时不说您是谁，只记这家单位和这一天。',
    en: 'After you had passed, what did the counter still want? The report does not say who you are, only this business and the day.',
  },
  send: { zh: '反映', en: 'Send' },
  cancel: { zh: '不反映了', en: 'Not now' },
  askedMoreDone: { zh: '已反映，谢谢。', en: 'Reported. Thank you.' },
} as const satisfies Record<string, Text>;

export const wantedTexts = {
  card: { zh: '要看身份证', en: 'To see the ID card' },
  copy: { zh: '要复印或拍身份证', en: 'To copy or photograph the ID card' },
  face: { zh: '要另外刷脸或拍照', en: 'Another face scan or a picture' },
  other: { zh: '要别的', en: 'Something else' },
} as const satisfies Record<AskedForMore, Text>;

/** How a check ended, in the person's words. */
export const outcomes = {
  open: { zh: '进行中', en: 'Under way' },
  claimed: { zh: '进行中', en: 'Under way' },
  challenged: { zh: '进行中', en: 'Under way' },
  deciding: { zh: '进行中', en: 'Under way' },
  passed: { zh: '通过', en: 'Passed' },
  failed: { zh: '未通过', en: 'Not passed' },
  'in-review': { zh: '正在复核', en: 'Being looked at again' },
  declined: { zh: '您选择了不同意', en: 'You declined' },
  cancelled: { zh: '柜台已取消', en: 'Cancelled by the counter' },
  expired: { zh: '已超时', en: 'Ran out of time' },
  aborted: { zh: '没有结果', en: 'No result' },
  superseded: { zh: '已在另一部手机登录', en: 'Another phone signed in' },
} as const satisfies Record<SessionState, Text>;

/** The sign beside it: a result, or an end without one. */
export const signs = {
  ...{ open: 'information', claimed: 'information', challenged: 'information', deciding: 'information' },
  ...{ passed: 'tick', failed: 'cross', 'in-review': 'information' },
  ...{ declined: 'person', cancelled: 'information', expired: 'information', aborted: 'information' },
  superseded: 'information',
} as const satisfies Record<SessionState, SymbolName>;
