import type { Operations } from '../entry.ts';

/** What a holder can ask about the data that is held, take back, and have deleted. */
export const consentOperations: Operations = {
  readConsents: { zh: '查看同意记录' },
  withdrawConsent: {
    zh: '撤回同意',
    more: 'From any login, without a face. What is in flight and uses it ends as `declined`.',
  },
  exportAll: {
    zh: '导出关于本人的全部内容',
    more: 'For the live phone alone. The authority’s part is sealed to the phone’s receipt key; this service cannot open it.',
    refuses: ['receipt-key-refused', 'authority-unavailable'],
  },
  eraseAccount: {
    zh: '注销并删除全部内容',
    more: 'The token opens nothing afterwards. A session that is being decided is asked after a last time.',
  },
};
