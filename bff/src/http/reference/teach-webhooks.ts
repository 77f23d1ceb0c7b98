import { type sessionEvents, WebhookHeaders } from '../../../../shared/contract/webhook/events.ts';
import * as limits from '../../../../shared/limits.ts';
import { type JsonSchema, plain } from './written/json-schema.ts';
import { lasting } from './written/lasting.ts';

interface Told {
  /** The event, and what it is later. */
  schemas: readonly [string, ...string[]];
  zh: string;
  more: string;
}

/** What receivers of an RP are told, by the type of the event. */
const told: Readonly<Record<(typeof sessionEvents)[number] | 'webhook.test', Told>> = {
  'session.needs-more-time': {
    schemas: ['SessionNeedsMoreTime'],
    zh: '核验需要更多时间',
    more: 'At most once a session, and never after its end.',
  },
  'session.ended': {
    schemas: ['SessionEnded', 'SessionEndedLate'],
    zh: '核验已结束',
    more: `The last event of a session. Verify the result token: it is the proof, not the delivery. Who takes it later than ${lasting(limits.resultRetention)} after the end is told how the session ended, without a proof; after ${lasting(limits.webhookEndKept)} nothing is told.`,
  },
  'webhook.test': { schemas: ['WebhookTest'], zh: '试验事件', more: 'Sent when an operator asks for it.' },
};

const guarantee =
  'Standard Webhooks 1.0.0: at least once, in the order of the session. Verify `webhook-signature` over the bytes as they came, before they are read as JSON.';

/**
 * The `webhooks` of the document: what this service sends to the receivers of an RP, with the headers and the answers that count.
 * @param schemas `components.schemas`, which has one for each event
 */
export function teachWebhooks(schemas: Readonly<Record<string, JsonSchema>>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(told).map(([type, { schemas: named, zh, more }]) => [
      type,
      {
        post: {
          operationId: `on ${type}`.replaceAll(/[ .-](\w)/g, (_, letter: string) => letter.toUpperCase()),
          summary: `${zh} · ${type}`,
          description: `${more}\n\n${guarantee}`,
          tags: ['counter'],
          security: [],
          parameters: headers,
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: oneOf(named.map((name) => ({ $ref: `#/components/schemas/${name}` }))),
                examples: Object.fromEntries(
                  named.map((name) => [
                    name,
                    { summary: schemas[name]?.title, value: exampleIn(schemas[name]) },
                  ]),
                ),
              },
            },
          },
          responses: answers,
        },
      },
    ]),
  );
}

const oneOf = ([one, ...others]: readonly object[]) =>
  others.length === 0 ? { ...one } : { anyOf: [one, ...others] };

const seconds = limits.webhookTimeout / 1000;
const hours = limits.webhookRetryAfterMost / (60 * 60_000);

/** The one wish of a receiver that is heeded, by these statuses. */
const asksToWait = {
  description: `A failure: sent again later, and not before \`Retry-After\`, which is heeded up to ${hours} hours. 视为失败，稍后重发，并遵从 \`Retry-After\`（最多 ${hours} 小时）。`,
  headers: {
    'Retry-After': {
      description: 'Seconds, or a date (RFC 9110 section 10.2.3).',
      schema: { type: 'string', examples: ['120'] },
    },
  },
};

const answers = {
  '2XX': {
    description: `Taken, within ${seconds} seconds: it is not sent again. ${seconds} 秒内应答即为已收到，不再发送。`,
  },
  '3XX': { description: 'Counts as a failure: no redirect is followed. 视为失败，不跟随跳转。' },
  '410': { description: 'Gone: the webhook is switched off at once. 立即停用该 webhook。' },
  '429': asksToWait,
  '4XX': { description: 'A failure: sent again later. 视为失败，稍后重发。' },
  '503': asksToWait,
  '5XX': { description: 'A failure: sent again later. 视为失败，稍后重发。' },
};

const headers = Object.entries(WebhookHeaders.properties).map(([name, header]) => {
  const { description, examples, ...schema } = plain(header);
  return { ...{ name, in: 'header', required: true }, description, schema, example: exampleIn({ examples }) };
});

function exampleIn(schema: JsonSchema | undefined): unknown {
  return Array.isArray(schema?.examples) ? schema.examples[0] : undefined;
}
