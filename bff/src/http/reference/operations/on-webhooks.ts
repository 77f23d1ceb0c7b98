import * as limits from '../../../../../shared/limits.ts';
import type { Operations } from '../entry.ts';

const fresh = ['verification-needed'] as const;
const known = ['not-found'] as const;
const inUse = ['not-found', 'webhook-over'] as const;

/** What an operator asks for about webhooks. */
export const webhookOperations: Operations = {
  listWebhooks: { zh: '列出一个依赖方的 webhook', refuses: known },
  addWebhook: {
    zh: '添加 webhook，密钥只显示这一次',
    more: 'Where no answer came, list them: one of this URL is there once, and `rotate` shows another secret.',
    refuses: [...fresh, 'not-found', 'webhook-url-refused', 'webhook-exists', 'webhooks-too-many'],
  },
  readWebhook: { zh: '读取一个 webhook', refuses: known },
  changeWebhook: {
    zh: '修改 webhook 的地址、名称和事件',
    refuses: [...fresh, ...inUse, 'webhook-url-refused', 'webhook-exists'],
  },
  pauseWebhook: { zh: '暂停发送', refuses: inUse },
  resumeWebhook: { zh: '恢复发送', refuses: inUse },
  rotateWebhook: {
    zh: '更换密钥，新密钥只显示这一次',
    more: `At most ${limits.webhookSecrets} secrets sign at the same time.`,
    refuses: [...fresh, ...inUse, 'webhooks-too-many'],
  },
  revokeWebhook: { zh: '撤销 webhook', refuses: known },
  testWebhook: { zh: '发送一个试验事件', refuses: inUse },
  readDeliveries: { zh: '分页读取发送情况', refuses: known },
  replayDelivery: {
    zh: '重新发送一个事件',
    refuses: [...inUse, 'step-out-of-order', 'event-forgotten'],
  },
  replayDead: { zh: '重新发送放弃了的事件', refuses: inUse },
};
