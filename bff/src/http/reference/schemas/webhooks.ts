import {
  DeliveryView,
  WebhookSettings,
  WebhookView,
  WebhookWithSecret,
} from '../../../../../shared/contract/operator/webhook-view.ts';
import {
  addWebhookCall,
  listWebhooksCall,
  readDeliveriesCall,
  replayDeadCall,
  rotateWebhookCall,
} from '../../../../../shared/contract/operator/webhooks.ts';
import { WebhookTest } from '../../../../../shared/contract/webhook/events.ts';
import { SessionEnded, SessionEndedLate } from '../../../../../shared/contract/webhook/session-ended.ts';
import { SessionNeedsMoreTime } from '../../../../../shared/contract/webhook/session-needs-more-time.ts';
import * as limits from '../../../../../shared/limits.ts';
import { type Entries, named } from '../entry.ts';
import { lasting } from '../written/lasting.ts';

/** What operators see of webhooks, and what webhooks are told. */
export const webhookSchemas: Entries = {
  WebhookSettings: named(WebhookSettings, {
    zh: '运营方为 webhook 设置的内容。',
    en: 'What an operator sets of a webhook.',
  }),
  WebhookView: named(WebhookView, { zh: '一个 webhook；不含密钥。', en: 'A webhook, without its secrets.' }),
  WebhookWithSecret: named(WebhookWithSecret, {
    zh: '一个 webhook 和接收方用来验签的密钥或公钥；密钥只显示这一次。',
    en: 'A webhook and what its receiver verifies with; a secret is shown this once.',
  }),
  DeliveryView: named(DeliveryView, {
    zh: '一个事件送往一个 webhook 的情况。',
    en: 'One event on its way to one webhook.',
  }),
  SessionEnded: named(
    SessionEnded,
    {
      zh: '核验已结束：柜台在结束时看到的内容和结果令牌。',
      en: 'A session has ended: what its counter sees then, with the result token.',
    },
    { data: ['What its counter sees then.'] },
  ),
  SessionEndedLate: named(
    SessionEndedLate,
    {
      zh: '核验早已结束：会话已删除，只剩如何结束，没有结果令牌。',
      en: `A session has ended, and this is told later than ${lasting(limits.resultRetention)} after: it is forgotten, and only how it ended is left.`,
    },
    { data: ['What is left of it.'] },
  ),
  SessionNeedsMoreTime: named(
    SessionNeedsMoreTime,
    {
      zh: '有人扫了码，还不能继续；不说明原因。',
      en: 'Somebody scanned and cannot go on at once; never why.',
    },
    { data: ['Which session, and what it is for.'] },
  ),
  WebhookTest: named(
    WebhookTest,
    {
      zh: '运营方发来试一试的事件。',
      en: 'What an operator sends to try a webhook.',
    },
    { data: ['Empty.', {}] },
  ),
  Webhooks: named(listWebhooksCall.answer, {
    zh: '依赖方的全部 webhook',
    en: 'The webhooks of a relying party.',
  }),
  NewWebhook: named(addWebhookCall.body, { zh: '新的 webhook', en: 'A webhook to add.' }),
  RotateWebhookBody: named(rotateWebhookCall.body, { zh: '更换密钥', en: 'How another secret is made.' }),
  Deliveries: named(readDeliveriesCall.answer, { zh: '一页发送情况', en: 'A page of deliveries.' }),
  ReplayBody: named(replayDeadCall.body, { zh: '从何时起', en: 'From which moment on.' }),
  Replayed: named(replayDeadCall.answer, { zh: '重新发送的数量', en: 'How many are sent again.' }),
};
