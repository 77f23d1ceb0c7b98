import type { NoticeKind } from '../../../../shared/notices.ts';
import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '通知', en: 'Notices' },
  reading: { zh: '正在读取…', en: 'Reading…' },
  none: { zh: '还没有通知。', en: 'No notices yet.' },
  unread: { zh: '新', en: 'New' },
  kept: {
    zh: '网证有变化，都会在这里告诉您，保留 90 天。通知里没有您的个人信息。',
    en: 'Whatever happens to your credential is told here and kept for 90 days. No notice says anything about you.',
  },
  notMe: {
    zh: '如果不是您本人办的，请马上冻结网证。',
    en: 'If this was not you, freeze the credential at once.',
  },
  notMeFormer: {
    zh: '如果不是您本人办的，在本页说明，网证马上暂停。',
    en: 'If this was not you, say so on this page: the credential is suspended at once.',
  },
  wasNotMe: { zh: '这不是我', en: 'This was not me' },
  notMeAsk: {
    zh: '确定不是您吗？点了以后，网证马上冻结，谁也用不了；运营方会处理，但看不到您是谁。以后由您本人刷脸解冻。',
    en: 'Are you sure it was not you? Once you say so the credential is frozen: nobody can use it. The operator looks into it without seeing who you are. You unfreeze it by your own face.',
  },
  notMeYes: { zh: '不是我，马上冻结', en: 'Not me: freeze it' },
  notMeNo: { zh: '先不办', en: 'Not now' },
  working: { zh: '正在办理…', en: 'One moment…' },
  notMeDone: { zh: '网证已冻结，运营方会处理', en: 'It is frozen, and the operator will look into it' },
  notMeNext: {
    zh: '身份证不在手边的，请到“管理网证”挂失；补办以后，再到受理点重设密码。',
    en: 'If your ID card is missing, report it lost under "Manage"; once you have a new one, set a new PIN at an acceptance point.',
  },
  byCard: {
    zh: '没有拍脸，用的是密码或声音。是您本人办的，不用处理。',
    en: 'It went by PIN or voice, without a face. If it was you, nothing needs to be done.',
  },
  record: { zh: '看在哪里办的', en: 'See where it was' },
  recordForged: {
    zh: '这条通知带的凭条不是认证方开的，不算核验记录。请拨打咨询电话。',
    en: 'The receipt in this notice is not the authority’s: it counts as no check. Call the hotline.',
  },
  recordUnsaid: {
    zh: '在哪里办的，这部手机看不到：凭条打不开，或者不能再确认。',
    en: 'Where it was this phone cannot show: the receipt does not open, or cannot be confirmed any more.',
  },
  recordNotYet: {
    zh: '在哪里办的，还没有核对。连上网后再打开这一页。',
    en: 'Where it was is not confirmed yet. Open this page again once you are connected.',
  },
  manage: { zh: '管理网证', en: 'Manage the credential' },
  move: { zh: '把网证迁到本机', en: 'Bring my credential here' },
  family: { zh: '家人', en: 'Family' },
  renew: { zh: '换了新身份证，续期', en: 'I have the new card: renew' },
} as const satisfies Record<string, Text>;

/** What is told; `when` is the moment that it announces, and `former` phones can only say that it was not their holder. */
interface Told {
  text: Text;
  next: (when: string | undefined, former: boolean) => Text;
  /** The page that helps. */
  opens?: 'manage' | 'move' | 'apply' | 'family';
}

const nothing = (): Text => ({ zh: '不用处理。', en: 'Nothing needs to be done.' });
const ifNotMe = (_: string | undefined, former: boolean): Text => (former ? texts.notMeFormer : texts.notMe);

/** Each kind in plain words. */
export const told: Record<NoticeKind, Told> = {
  'phone-replaced': {
    text: { zh: '另一台手机登录了您的账号', en: 'Another phone signed in to your account' },
    next: (when) => ({
      zh: `原来那部手机上的网证停用了${when === undefined ? '' : `，${when} 之前可以迁到新手机`}。`,
      en: `The credential on the former phone stopped${when === undefined ? '' : `; it can be brought to the new one until ${when}`}.`,
    }),
    opens: 'move',
  },
  'phone-replaced-unsecured': {
    text: {
      zh: '另一台手机登录了您的账号，没有像原手机那样用指纹确认',
      en: 'Another phone signed in to your account, without the finger that confirmed the former one',
    },
    next: (when) => ({
      zh: `原来那部手机上的网证停用了。一天以后才能迁到新手机${when === undefined ? '' : `，最晚 ${when}`}。`,
      en: `The credential on the former phone stopped. It can be brought to the new one after a day${when === undefined ? '' : `, until ${when}`}.`,
    }),
    opens: 'move',
  },
  moved: {
    text: { zh: '网证已迁到新手机', en: 'The credential was brought to the new phone' },
    next: (when, former) => {
      const { zh, en } = ifNotMe(when, former);
      if (when === undefined) return { zh, en };
      return {
        zh: `“当面核验”等级 ${when} 恢复。${zh}`,
        en: `A check in person counts again from ${when}. ${en}`,
      };
    },
    opens: 'manage',
  },
  raised: {
    text: { zh: '网证已在受理点升级为彩色', en: 'An acceptance point made it the coloured credential' },
    next: ifNotMe,
    opens: 'manage',
  },
  'level-lowered': {
    text: { zh: '网证暂时只能“线上办理”', en: 'For now it counts as applied for online only' },
    next: () => ({
      zh: '升级要由另一位受理员复核，复核通过才恢复彩色。请带身份证和当时的编号到受理点。',
      en: 'Another officer has to confirm the upgrade before it is the coloured one again. Take your ID card and the reference of that day to an acceptance point.',
    }),
  },
  'review-over': {
    text: { zh: '复核结束了，网证没有升级', en: 'The review is over, and the credential was not upgraded' },
    next: () => ({
      zh: '原来能办的照常能办。要升级，请带身份证和编号到受理点重新办理。',
      en: 'It still works wherever it worked before. To upgrade it, take your ID card and the reference to an acceptance point again.',
    }),
  },
  assisted: {
    text: {
      zh: '有人用您的身份证，在工作人员协助下通过了一次核验',
      en: 'Somebody passed a check with your ID card and the help of staff',
    },
    next: () => ({
      zh: '没有拍脸，用的是密码或声音。是您本人办的，不用处理。在哪里办的不会保存。',
      en: 'It went by PIN or voice, without a face. If it was you, nothing needs to be done. Where it was is not kept.',
    }),
    opens: 'manage',
  },
  'strict-came': {
    text: { zh: '“当面核验”等级已恢复', en: 'It counts as checked in person again' },
    next: ifNotMe,
    opens: 'manage',
  },
  'strict-stopped': {
    text: { zh: '“当面核验”等级不再恢复', en: 'It will not count as checked in person again' },
    next: () => ({
      zh: '要恢复，请带身份证到受理点。',
      en: 'To have it again, take your ID card to an acceptance point.',
    }),
  },
  frozen: {
    text: { zh: '网证已冻结', en: 'The credential was frozen' },
    next: () => ({ zh: '要用时，由您本人刷脸解冻。', en: 'Unfreeze it by your own face when you need it.' }),
    opens: 'manage',
  },
  unfrozen: {
    text: { zh: '网证已解冻', en: 'The credential was unfrozen' },
    next: ifNotMe,
    opens: 'manage',
  },
  'phone-reported-lost': {
    text: { zh: '手机已挂失，网证已作废', en: 'The phone was reported lost, and the credential is void' },
    next: () => ({ zh: '要用网证，请重新申请。', en: 'Apply again to have one.' }),
    opens: 'apply',
  },
  'card-reported-lost': {
    text: { zh: '身份证已挂失', en: 'The ID card was reported lost' },
    next: (when) => ({
      zh: `要“当面核验”的业务暂时办不了${when === undefined ? '' : `，${when} 自动解除`}。`,
      en: `Services that need a check in person do not accept it for now${when === undefined ? '' : `; this ends by itself on ${when}`}.`,
    }),
    opens: 'manage',
  },
  'card-report-withdrawn': {
    text: { zh: '身份证挂失已撤销', en: 'The report of the lost card was withdrawn' },
    next: ifNotMe,
    opens: 'manage',
  },
  'card-report-ended': {
    text: {
      zh: '身份证挂失已解除：到期了，或已用新身份证申请',
      en: 'The report of the lost card has ended: its time was over, or you applied with a new card',
    },
    next: () => ({
      zh: '身份证还没找到，可以再挂失一次。',
      en: 'If the card is still missing, you can report it again.',
    }),
    opens: 'manage',
  },
  disputed: {
    text: { zh: '有手机说明“不是我本人登录的”', en: 'A phone said "this was not me"' },
    next: () => ({
      zh: '网证已暂停，运营方正在处理，处理完会通知您。急着用，请柜台人工核验身份证。',
      en: 'The credential is suspended and the operator is looking into it; you are told once it is settled. If it is urgent, ask the staff at the counter to check your ID card.',
    }),
  },
  suspended: {
    text: { zh: '网证已暂停', en: 'The credential was suspended' },
    next: () => ({
      zh: '处理完会通知您。急着用，请柜台人工核验身份证。',
      en: 'You are told once it is settled. If it is urgent, ask the staff at the counter to check your ID card.',
    }),
  },
  released: {
    text: { zh: '异议处理完了，网证已冻结', en: 'The dispute is settled; the credential is frozen' },
    next: () => ({ zh: '由您本人刷脸，就可以解冻。', en: 'Unfreeze it by your own face.' }),
    opens: 'manage',
  },
  'voice-withdrawn': {
    text: {
      zh: '已撤回声音，认证方已删除登记的声音',
      en: 'Your voice was withdrawn, and the enrolled one deleted',
    },
    next: () => ({
      zh: '网证照常用，只看脸。“当面核验”等级的，以后解冻要带身份证到受理点。',
      en: 'The credential works as before, by your face. If it was checked in person, unfreezing it now takes an acceptance point.',
    }),
    opens: 'manage',
  },
  erased: {
    text: {
      zh: '网证已按您的要求作废，登记的人脸和声音已删除',
      en: 'The credential is void as you asked, and the enrolled face and voice are deleted',
    },
    next: () => ({
      zh: '办事可以请工作人员核验身份证。以后要用，可以重新申请。',
      en: 'The staff can check your ID card instead. You can apply again whenever you like.',
    }),
    opens: 'apply',
  },
  void: {
    text: { zh: '网证已失效', en: 'The credential is void' },
    next: () => ({ zh: '要用网证，请重新申请。', en: 'Apply again to have one.' }),
    opens: 'apply',
  },
  'ends-soon': {
    text: {
      zh: '身份证快到期了，网证会一起失效',
      en: 'Your ID card runs out soon, and the credential with it',
    },
    next: (when) => ({
      zh: `有效期到 ${when ?? ''}。请尽快换领身份证，再用新证的有效期续期，等级不变。`,
      en: `It is valid until ${when ?? ''}. Renew the card soon, then renew here with the date on the new one; the level stays.`,
    }),
    opens: 'apply',
  },
  renewed: {
    text: { zh: '网证已续期', en: 'The credential was renewed' },
    next: nothing,
    opens: 'manage',
  },
  'delegation-made': {
    text: { zh: '您绑定了一位家人', en: 'You now answer for a family member' },
    next: ifNotMe,
    opens: 'family',
  },
  'delegation-ends-soon': {
    text: { zh: '一项家人委托快到期了', en: 'You soon do not answer for a family member any more' },
    next: (when) => ({
      zh: `${when === undefined ? '' : `${when} 到期。`}可以续期的，请在“家人”里续期。`,
      en: `${when === undefined ? '' : `It ends ${when}. `}Renew it under “Family” where that is possible.`,
    }),
    opens: 'family',
  },
  'delegation-renewed': {
    text: { zh: '家人委托已续期', en: 'You answer for a family member for another year' },
    next: ifNotMe,
    opens: 'family',
  },
  'delegation-ended': {
    text: { zh: '一项家人委托已结束', en: 'You do not answer for a family member any more' },
    next: () => ({
      zh: '还需要的，请带证件到受理点重新办理。',
      en: 'To do so again, take your papers to an acceptance point.',
    }),
    opens: 'family',
  },
  'ward-asks': {
    text: { zh: '家人正在办事，等您同意', en: 'A family member is at a counter and needs your consent' },
    next: () => ({ zh: '请在三分钟内打开“家人”。', en: 'Open “Family” within three minutes.' }),
    opens: 'family',
  },
  'ward-tells': {
    text: { zh: '家人办事将不再每次问您', en: 'You will not be asked each time any more' },
    next: (when) => ({
      zh: `${when === undefined ? '' : `从 ${when} 起只通知您。`}不是您选的，请在“家人”里改回每次都问。`,
      en: `${when === undefined ? '' : `From ${when} on you only hear of it. `}If you did not choose that, change it back under “Family”.`,
    }),
    opens: 'family',
  },
  'ward-checked': {
    text: { zh: '您给的家人码刚被使用', en: 'The family code that you gave was just used' },
    next: () => ({
      zh: '不是家人用的，请在“家人”里解除，或改成每次都问您。',
      en: 'If it was not your family, end it under “Family”, or choose to be asked each time.',
    }),
    opens: 'family',
  },
};
