import type { Operations } from '../entry.ts';
import { holderViews } from '../schemas/on-phone.ts';

const opened = { opened: { summary: 'Opened', value: holderViews.application } };

/** What becomes of a credential: on the phone, and what operators see of disputes. */
export const credentialOperations: Operations = {
  challengeSecureKey: { zh: '取待安全芯片签名的内容', refuses: ['not-found'] },
  bringCredential: {
    zh: '同意并开始迁移网证',
    refuses: [
      ...([
        'credential-missing',
        'credential-state-other',
        'credential-void',
        'credential-suspended',
      ] as const),
      ...(['move-over', 'move-rests', 'consent-missing', 'consent-outdated', 'session-over'] as const),
    ],
    answers: opened,
  },
  strengthenCredential: {
    zh: '冻结、手机挂失、身份证挂失',
    refuses: ['credential-missing', 'credential-void', 'credential-state-other'],
  },
  protectCredential: {
    zh: '开始解冻或撤销挂失',
    refuses: [
      'credential-missing',
      'credential-state-other',
      'consent-missing',
      'consent-outdated',
      'session-over',
    ],
    answers: opened,
  },
  readNotices: {
    zh: '读取通知',
    more: 'A phone that loses its place while it waits is answered `device-voided` at once.',
  },
  readReminders: { zh: '查看到期提醒' },
  wantReminders: {
    zh: '要平台发到期消息',
    more: 'The platform’s own id of the person is kept sealed until the credential ends or nothing is wanted any more.',
    refuses: ['not-found', 'credential-missing', 'login-refused', 'platform-unavailable', 'platform-busy'],
  },
  endReminders: { zh: '不要平台发消息', more: 'Twice is once.' },
  ticket: { zh: '原手机领取异议凭据', refuses: ['ticket-over'] },
  dispute: {
    zh: '不是我操作的',
    more: 'Of a takeover: the ticket comes in place of an access token.',
    refuses: ['ticket-over', 'disputed-already', 'credential-missing'],
  },
  listDisputes: { zh: '列出异议' },
  showDispute: { zh: '查看一件异议', refuses: ['not-found'] },
  resolveDispute: {
    zh: '处理一件异议',
    refuses: ['verification-needed', 'not-found', 'resolved-already'],
  },
};
