import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { exact, oneOf } from '../schema.ts';
import { eventTypes, sessionEvents } from '../webhook/events.ts';
import { idOf, nameOf, RpIdField, timeOf, wordOf } from './terms.ts';

const hookId = idOf('hook', 'The webhook.', 'hook_Zm9vYmFyYmF6cXV4MTIzNA');
const eventId = idOf(
  'evt',
  'The event, which the receiver sees as `webhook-id`.',
  'evt_Zm9vYmFyYmF6cXV4MTIzNA',
);

/** `paused` by an operator; `gone`: the receiver answered 410; `revoked` for good. */
export const webhookStates = ['active', 'paused', 'gone', 'revoked'] as const;
export type WebhookState = (typeof webhookStates)[number];
/** HMAC-SHA256 with a secret that both know, or Ed25519 with a key that only this service has. */
export const webhookSignings = ['hmac', 'ed25519'] as const;
export type WebhookSigning = (typeof webhookSignings)[number];
/** `dead`: given up; it may be sent again while what it tells of is kept. */
export const deliveryStates = ['waiting', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof deliveryStates)[number];
/** Why a try failed, or why nothing is tried any more (`forgotten`). */
export const deliveryFaults = [
  'address-refused',
  'unreachable',
  'tls-refused',
  'timeout',
  'redirect',
  'rate-limited',
  'gone',
  'client-error',
  'server-error',
  'answer-invalid',
  'not-ready',
  'forgotten',
] as const;
export type DeliveryFault = (typeof deliveryFaults)[number];

/** What an operator sets of a webhook. */
export const WebhookSettings = exact({
  url: Type.String({
    minLength: 8,
    maxLength: limits.webhookUrl,
    description:
      'Where events are posted: https, a public address, port 443 or above 1023, no user name, no fragment. In a sandbox also http on this machine.',
    examples: ['https://hotel.example/hooks/liangzheng'],
  }),
  name: nameOf('What operators call it.', 'front desk system'),
  events: Type.Array(oneOf(sessionEvents), {
    minItems: 1,
    maxItems: sessionEvents.length,
    uniqueItems: true,
    description: 'Which events it is told of.',
    examples: [['session.ended']],
  }),
});
export type WebhookSettings = Static<typeof WebhookSettings>;

/** A webhook as operators see it; its secrets are never shown again. */
export const WebhookView = exact({
  webhookId: hookId,
  rpId: RpIdField,
  ...WebhookSettings.properties,
  state: wordOf(
    webhookStates,
    '`active`; `paused` by an operator or `gone`, since the receiver answered 410: events wait until it is resumed; `revoked` for good.',
  ),
  signing: wordOf(webhookSignings, 'How the newest secret signs: `hmac` (`v1`) or `ed25519` (`v1a`).'),
  publicKeys: Type.Array(
    Type.String({
      description: 'An Ed25519 public key that signs now: `whpk_` and base64.',
      examples: ['whpk_3q2+7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='],
    }),
    { description: 'Ed25519 public keys that sign now, the newest first.' },
  ),
  secrets: Type.Integer({
    minimum: 0,
    description: 'How many secrets sign now: more than one while a secret is being replaced.',
    examples: [1],
  }),
  createdAt: timeOf('When it was added.'),
  backlog: Type.Integer({ minimum: 0, description: 'Events that wait to be delivered.', examples: [0] }),
  missed: Type.Integer({
    minimum: 0,
    description: `Events that were not kept for it, as ${limits.webhookBacklog} waited already: their sessions are in the counter API.`,
    examples: [0],
  }),
  failingSince: Type.Optional(timeOf('Since when no try has succeeded.')),
  lastFault: Type.Optional(wordOf(deliveryFaults, 'Why the last try failed.')),
});
export type WebhookView = Static<typeof WebhookView>;

/** A webhook and what its receiver verifies with. */
export const WebhookWithSecret = exact({
  webhook: WebhookView,
  secret: Type.Optional(
    Type.String({
      pattern: '^whsec_[A-Za-z0-9+/]{43}=$',
      description:
        'With `hmac`: shown this once, for the receiver alone. `whsec_` and the base64 of 32 bytes.',
      examples: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo='],
    }),
  ),
  publicKey: Type.Optional(
    Type.String({
      pattern: '^whpk_[A-Za-z0-9+/]{43}=$',
      description: 'With `ed25519`: `whpk_` and the base64 of the public key. It is no secret.',
      examples: ['whpk_3q2+7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='],
    }),
  ),
});
export type WebhookWithSecret = Static<typeof WebhookWithSecret>;

/** One event on its way to one webhook. What was sent is not kept. */
export const DeliveryView = exact({
  eventId,
  type: wordOf(eventTypes, 'What happened.'),
  sessionId: Type.Optional(idOf('ses', 'The session, until it is forgotten.', 'ses_Zm9vYmFyYmF6cXV4MTIzNA')),
  at: timeOf('When it happened.'),
  state: wordOf(deliveryStates, '`waiting`, `delivered`, or `dead`: given up.'),
  tries: Type.Integer({ minimum: 0, description: 'How often it was tried.', examples: [1] }),
  nextAt: Type.Optional(timeOf('When it is tried next at the earliest; while it is `waiting`.')),
  settledAt: Type.Optional(timeOf('When it was delivered or given up.')),
  fault: Type.Optional(wordOf(deliveryFaults, 'Why the last try failed.')),
  status: Type.Optional(
    Type.Integer({
      minimum: 100,
      maximum: 999,
      description: 'The HTTP status of the last answer.',
      examples: [204],
    }),
  ),
});
export type DeliveryView = Static<typeof DeliveryView>;

export const RpParams = exact({ rpId: RpIdField });
export const WebhookParams = exact({ webhookId: hookId });
export const DeliveryParams = exact({ webhookId: hookId, eventId });
