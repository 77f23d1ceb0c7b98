import { consentVersion } from '../../../../../../shared/consent/consent-forms.ts';
import { SoterChallengeAnswer, SoterProof } from '../../../../../../shared/contract/login/01-soter.ts';
import {
  DisputeRecord,
  listDisputesCall,
  resolveDisputeCall,
} from '../../../../../../shared/contract/operator/disputes.ts';
import { ProtectBody } from '../../../../../../shared/contract/protect/01-protect.ts';
import { DisputeAnswer, DisputeBody } from '../../../../../../shared/contract/protect/dispute.ts';
import { Notice, NoticesAnswer } from '../../../../../../shared/contract/protect/notices.ts';
import { RemindersAnswer, WantRemindersBody } from '../../../../../../shared/contract/protect/reminders.ts';
import { StrengthenBody } from '../../../../../../shared/contract/protect/strengthen.ts';
import { TicketAnswer } from '../../../../../../shared/contract/protect/ticket.ts';
import * as limits from '../../../../../../shared/limits.ts';
import { type Entries, named, told } from '../../entry.ts';
import { compact, sample } from '../../samples.ts';
import { lasting } from '../../written/lasting.ts';

const { openedAt } = sample;
const day = 24 * 60 * 60_000;
const text = { version: consentVersion, language: 'zh' } as const;
const both = { face: true, voice: true, text };
const moved = { seq: 3, kind: 'moved', at: openedAt, until: openedAt + day } as const;
const remindedBefore = limits.remindBefore.map(lasting).join(', ');
const templates = ['tmpl-30-days', 'tmpl-7-days', 'tmpl-1-day'];
const disputeId = 'dsp_Qm9va3NhcmVmb3JldmVyMA';
const ticket = compact({ alg: 'HS256', typ: 'JWT' }, { scope: 'dispute', cnf: { jkt: sample.thumbprint } });

/** What becomes of a credential, and who is told. */
export const credentialSchemas: Entries = {
  StrengthenBody: told(
    StrengthenBody,
    { zh: '冻结或挂失', en: 'What makes a credential stronger, without a face.' },
    {
      move: [
        `\`freeze\`: nothing can be shown. \`report-phone\`: void at once. \`report-card\`: strict scenes fail for ${lasting(limits.cardReportLasts)}, also after a login elsewhere.`,
        'freeze',
      ],
    },
  ),
  ProtectBody: told(
    ProtectBody,
    { zh: '解冻或撤销挂失', en: 'What weakens, and counts by the own face.' },
    {
      act: ['`unfreeze`, or `withdraw-card-report` where the card was found.', 'unfreeze'],
      consent: ['Face and voice, asked apart.', both],
    },
  ),
  Notice: told(
    Notice,
    {
      zh: '通知',
      en: 'What a phone is told of the credential: no name, no place that anybody else could read, nothing of another phone.',
    },
    {
      seq: ['Its place among the notices of this phone.', moved.seq],
      kind: ['What became of the credential.', moved.kind],
      at: ['Epoch milliseconds: when it happened.', moved.at],
      until: ['Epoch milliseconds: when what it announces comes or ends.', moved.until],
      sealed: [
        'Of `assisted`: the receipt of that check, sealed by the authority to the receipt key that this phone has stated, always of one length. Absent where it has stated none.',
        'q'.repeat(4160),
      ],
    },
  ),
  NoticesAnswer: told(
    NoticesAnswer,
    { zh: '通知列表', en: 'What is new, in order.' },
    {
      notices: [`Those after \`after\`, ${limits.noticesPerPage} at most.`, [moved]],
      serverTime: ['Epoch milliseconds by the server’s clock as this was answered.', openedAt],
    },
  ),
  TicketAnswer: told(
    TicketAnswer,
    { zh: '原手机的异议凭据', en: 'What is left to a phone that lost its place.' },
    {
      ticket: ['To be sent to `dispute` as `Authorization: DPoP ...`; it opens nothing else.', ticket],
      lostAt: ['Epoch milliseconds: when the place was lost.', openedAt],
      until: ['Epoch milliseconds: it counts until then.', openedAt + limits.ticketLifetime],
      disputed: ['Whether it was used, which is once.', false],
      notices: ['What became of the credential since.', [moved]],
      serverTime: ['Epoch milliseconds by the server’s clock as this was answered.', openedAt],
    },
  ),
  RemindersAnswer: told(
    RemindersAnswer,
    { zh: '到期提醒', en: 'By what the holder is told before the credential ends; the inbox always tells.' },
    {
      by: ['The platform that can send a message besides; absent where none does.', 'wechat'],
      templates: [`What the platform is to be asked for leave for: ${remindedBefore} before.`, templates],
      on: ['Whether the holder wants it.', false],
      serverTime: ['Epoch milliseconds by the server’s clock as this was answered.', openedAt],
    },
  ),
  WantRemindersBody: told(
    WantRemindersBody,
    { zh: '要到期消息', en: 'The holder gave the platform leave.' },
    {
      platform: ['`wechat` or `alipay`.', 'wechat'],
      code: ['A fresh login code: to whom the messages go.', 'the-code-of-wx-login'],
    },
  ),
  DisputeBody: told(
    DisputeBody,
    { zh: '不是我操作的', en: 'What somebody says was not them.' },
    { kind: ['`takeover`: another phone signed in after this one.', 'takeover'] },
  ),
  DisputeAnswer: told(
    DisputeAnswer,
    { zh: '异议编号', en: 'By what it can be asked about; it tells of nobody.' },
    {
      disputeId: ['The dispute.', disputeId],
      serverTime: ['Epoch milliseconds by the server’s clock as this was answered.', openedAt],
    },
  ),
  DisputeRecord: named(DisputeRecord, {
    zh: '异议',
    en: 'What an operator sees of a dispute: no person, no phone, no credential.',
    examples: {
      open: {
        summary: 'Nobody has decided',
        value: { disputeId, kind: 'takeover', day: '2027-01-15', state: 'open' },
      },
    },
  }),
  Disputes: named(listDisputesCall.answer, { zh: '一页异议', en: 'A page of disputes.' }),
  ResolveBody: named(resolveDisputeCall.body, { zh: '处理结果', en: 'What was decided.' }),
  SoterProof: told(
    SoterProof,
    { zh: '安全芯片签名', en: 'What `wx.startSoterAuthentication` gave.' },
    {
      json: [
        '`resultJSON` as it came.',
        `{"raw":"${sample.thumbprint}","counter":42,"cpu_id":"c0ffee","fid":"1","tee_n":"trusty"}`,
      ],
      signature: ['`resultJSONSignature`.', 'MEUCIQDc0ffeeQ=='],
    },
  ),
  SoterChallengeAnswer: told(
    SoterChallengeAnswer,
    { zh: '待安全芯片签名的内容', en: 'What the secure part of the phone is to sign.' },
    {
      challenge: ['256 bits, base64url; good once, for this device key.', sample.thumbprint],
      expiresAt: [
        `Epoch milliseconds: ${lasting(limits.soterChallengeLifetime)} from now.`,
        openedAt + limits.soterChallengeLifetime,
      ],
    },
  ),
};
