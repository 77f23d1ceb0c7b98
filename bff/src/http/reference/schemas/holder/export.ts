import {
  ExportAnswer,
  ExportBody,
  NoExport,
  OwnAccount,
  OwnArrival,
  OwnData,
  OwnDecline,
  OwnDelegation,
  OwnDispute,
  OwnMeeting,
  OwnQuota,
  OwnSession,
  OwnTakeOver,
  OwnWardCode,
  SealedExport,
} from '../../../../../../shared/contract/protect/export.ts';
import * as limits from '../../../../../../shared/limits.ts';
import { type Entries, told } from '../../entry.ts';
import { compact, sample, signed } from '../../samples.ts';
import { lasting } from '../../written/lasting.ts';

const { openedAt, thumbprint } = sample;
const key = compact({ typ: 'lz-receipt-key+jwt', kid: thumbprint }, { key: thumbprint });
const day = 24 * 60 * 60_000;

/** What is held of a holder, here and at the authority. */
export const exportSchemas: Entries = {
  ExportBody: told(
    ExportBody,
    { zh: '导出', en: 'By which key the authority’s part is sealed.' },
    { key: ['What this device says of its receipt key, signed by its device key.', key] },
  ),
  OwnAccount: told(
    OwnAccount,
    { zh: '账号', en: 'The account, and its phone.' },
    {
      since: ['Epoch milliseconds.', openedAt],
      platform: ['By which platform somebody signs in, where it is one.', 'wechat'],
      device: ['The thumbprint of the phone’s device key.', thumbprint],
      securedBy: ['The number of the phone’s secure part, where it has one.', 'c0ffee'],
      secureKeys: ['The numbers of all secure parts that signed in.', ['c0ffee']],
      reminded: ['Whether the platform reminds of the end.', false],
    },
  ),
  OwnTakeOver: told(
    OwnTakeOver,
    { zh: '换下的手机', en: `A phone that lost its place within ${lasting(limits.ticketLifetime)}.` },
    {
      device: ['The thumbprint of its device key.', thumbprint],
      at: ['Epoch milliseconds: when.', openedAt],
      until: ['Epoch milliseconds: until when it may dispute that.', openedAt + limits.ticketLifetime],
      disputed: ['Whether it did.', false],
    },
  ),
  OwnDispute: told(
    OwnDispute,
    { zh: '异议', en: 'A dispute by which this credential is suspended.' },
    {
      disputeId: ['Its number.', 'dsp_Qm9va3NhcmVmb3JldmVyMA'],
      kind: ['What is disputed.', 'takeover'],
      day: ['The day.', '2027-01-15'],
    },
  ),
  OwnSession: told(
    OwnSession,
    { zh: '刚结束的核验', en: 'A session that still knows this phone.' },
    {
      sessionId: ['The session.', sample.sessionId],
      ceremony: ['Of which kind.', 'verify'],
      state: ['How it stands, or ended.', 'passed'],
      openedAt: ['Epoch milliseconds.', openedAt],
    },
  ),
  OwnDelegation: told(
    OwnDelegation,
    { zh: '家人委托', en: 'By what the holder answers for a family member.' },
    {
      delegationId: ['Its number.', sample.delegationId],
      relation: ['What the ward is to the holder.', 'child'],
      tellsFrom: ['Where the holder has chosen to hear only: from when on. Absent once it is so.', openedAt],
      form: ['In which form.', 'under-14'],
      scenes: ['What it may be used for.', ['hotel', 'hospital']],
      endsAt: ['Epoch milliseconds: when it ends by itself.', openedAt + 300 * day],
      state: ['Whether it has ended.', 'active'],
      asks: ['Whether the holder is asked each time.', 'each-time'],
    },
  ),
  OwnArrival: told(
    OwnArrival,
    { zh: '刚扫过的码', en: 'A scan that waits for an answer.' },
    {
      sessionId: ['The check.', sample.sessionId],
      until: ['Epoch milliseconds: forgotten then.', openedAt + day],
    },
  ),
  OwnMeeting: told(
    OwnMeeting,
    { zh: '互相确认', en: 'A meeting of two holders, and nothing of the other.' },
    {
      meetingId: ['Its number.', 'mtg_Qm9va3NhcmVmb3JldmVyMA'],
      as: ['Who showed the code, or who scanned it.', 'opener'],
      openedAt: ['Epoch milliseconds.', openedAt],
      until: ['Epoch milliseconds: forgotten then.', openedAt + day],
    },
  ),
  OwnDecline: told(
    OwnDecline,
    { zh: '对方没有同意', en: 'That somebody declined to meet the holder.' },
    { until: ['Epoch milliseconds: forgotten then.', openedAt + day] },
  ),
  OwnWardCode: told(
    OwnWardCode,
    { zh: '给出的家人码', en: 'A family code that was given and not typed yet.' },
    {
      delegationId: ['For whom.', sample.delegationId],
      until: ['Epoch milliseconds: over then.', openedAt + day],
    },
  ),
  OwnQuota: told(
    OwnQuota,
    { zh: '防冒用的计数', en: 'What is counted by a keyed hash.' },
    {
      quota: ['Of which quota.', 'exports-by-holder'],
      until: ['Epoch milliseconds: forgotten then.', openedAt + day],
    },
  ),
  OwnData: told(
    OwnData,
    {
      zh: '本服务保存的内容',
      en: 'All that this service holds about the holder; nothing of it says who that is.',
    },
    {
      account: ['The account: since when, by which platform, and its phone.'],
      credential: ['The credential.'],
      consents: ['Consent receipts.'],
      notices: ['What this phone was told.'],
      takeovers: [`Phones that lost their place within ${lasting(limits.ticketLifetime)}.`],
      disputes: ['Disputes by which this credential is suspended.'],
      sessions: ['Checks that still know this phone, for some minutes after their end.'],
      family: ['By what the holder answers for family members.'],
      arrivals: ['Scans that wait for an answer.'],
      meetings: ['Meetings, for minutes after their end.'],
      declines: ['That somebody declined to meet the holder, for a day.'],
      wardCodes: ['Family codes that were given and not typed yet.'],
      quotas: ['What is counted against misuse by a keyed hash, and until when.'],
    },
  ),
  SealedExport: told(
    SealedExport,
    { zh: '认证方保存的内容（密封）', en: 'What the authority holds, sealed to this phone.' },
    {
      held: ['That there is something.', 'sealed'],
      sealed: ['HPKE base mode, info `LZ-EXPORT/1`, base64url; all are of one length.', 'A'.repeat(64)],
      keyList: ['By which its signature is checked.', signed.keyList],
    },
  ),
  NoExport: told(
    NoExport,
    { zh: '认证方没有给出', en: 'Why the authority gave nothing.' },
    {
      held: ['It holds no credential of this account, or that is another phone’s.', 'nothing-more'],
      kept: ['What the law has it keep all the same, where there is any.', ['register', 'cases']],
    },
  ),
  ExportAnswer: told(
    ExportAnswer,
    { zh: '导出的全部内容', en: 'What is held here, and the sealed part of the authority.' },
    {
      own: ['What this service holds.'],
      authority: ['The authority’s part, or why there is none.'],
      serverTime: ['Epoch milliseconds by the server’s clock as this was answered.', openedAt],
    },
  ),
};
