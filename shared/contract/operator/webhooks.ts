import { type Static, Type } from 'typebox';
import { type Call, exact } from '../schema.ts';
import { pageOf, pageQuery, timeOf, wordOf } from './terms.ts';
import {
  DeliveryParams,
  DeliveryView,
  deliveryStates,
  RpParams,
  WebhookParams,
  WebhookSettings,
  WebhookView,
  WebhookWithSecret,
  webhookSignings,
} from './webhook-view.ts';

const path = '/operator/v1/webhooks/:webhookId';
const signing = Type.Optional(
  wordOf(
    webhookSignings,
    '`hmac` (the default): HMAC-SHA256, which every Standard Webhooks library verifies; `ed25519`: the receiver holds no secret.',
  ),
);

export const listWebhooksCall = {
  method: 'GET',
  path: '/operator/v1/relying-parties/:rpId/webhooks',
  summary: 'The webhooks of an RP, the newest first; revoked ones too, while their deliveries are kept.',
  params: RpParams,
  status: 200,
  answer: exact({ webhooks: Type.Array(WebhookView, { description: 'The webhooks of the RP.' }) }),
} as const satisfies Call;

export const addWebhookCall = {
  method: 'POST',
  path: '/operator/v1/relying-parties/:rpId/webhooks',
  summary: 'Adds a webhook; its secret is shown this once. An RP has one of each URL.',
  params: RpParams,
  body: exact({ ...WebhookSettings.properties, signing }),
  status: 201,
  made: '/operator/v1/webhooks/:webhook.webhookId',
  answer: WebhookWithSecret,
  verified: true,
} as const satisfies Call;

export const readWebhookCall = {
  method: 'GET',
  path,
  summary: 'One webhook.',
  params: WebhookParams,
  status: 200,
  answer: WebhookView,
} as const satisfies Call;

export const changeWebhookCall = {
  method: 'PUT',
  path,
  summary: 'Sets where a webhook leads, its name and its events. What waits goes to the new URL.',
  params: WebhookParams,
  body: WebhookSettings,
  status: 200,
  answer: WebhookView,
  verified: true,
} as const satisfies Call;

export const pauseWebhookCall = {
  method: 'POST',
  path: `${path}/pause`,
  summary: 'Nothing is sent until it is resumed; events wait, as long as their sessions are kept.',
  params: WebhookParams,
  status: 200,
  answer: WebhookView,
} as const satisfies Call;

export const resumeWebhookCall = {
  method: 'POST',
  path: `${path}/resume`,
  summary: 'Sends again what waits and what comes: after a pause, and after the receiver had answered 410.',
  params: WebhookParams,
  status: 200,
  answer: WebhookView,
} as const satisfies Call;

export const rotateWebhookCall = {
  method: 'POST',
  path: `${path}/rotate`,
  summary:
    'Makes another secret, shown this once. Both sign for 24 hours; where the old one `leaked` it signs no more from now on.',
  params: WebhookParams,
  body: exact({
    signing,
    leaked: Type.Optional(Type.Boolean({ description: 'The old secrets end at once.', examples: [false] })),
  }),
  status: 200,
  answer: WebhookWithSecret,
  verified: true,
} as const satisfies Call;

export const revokeWebhookCall = {
  method: 'POST',
  path: `${path}/revoke`,
  summary: 'Ends a webhook for good: its secrets are deleted, and what waits is given up.',
  params: WebhookParams,
  status: 200,
  answer: WebhookView,
} as const satisfies Call;

export const testWebhookCall = {
  method: 'POST',
  path: `${path}/test`,
  summary: 'Sends a `webhook.test`; the deliveries tell what became of it.',
  params: WebhookParams,
  status: 202,
  answer: DeliveryView,
} as const satisfies Call;

export const readDeliveriesCall = {
  method: 'GET',
  path: `${path}/deliveries`,
  summary: 'What was told to a webhook and what waits, the newest first, in pages.',
  params: WebhookParams,
  query: exact({
    ...pageQuery,
    state: Type.Optional(wordOf(deliveryStates, 'Only those in this state.')),
  }),
  status: 200,
  answer: pageOf({ deliveries: Type.Array(DeliveryView, { description: 'This page.' }) }),
} as const satisfies Call;
export type DeliveriesPage = Static<typeof readDeliveriesCall.answer>;

export const replayDeliveryCall = {
  method: 'POST',
  path: `${path}/deliveries/:eventId/replay`,
  summary: 'Sends one delivery again that was given up or delivered, while its session is kept.',
  params: DeliveryParams,
  status: 202,
  answer: DeliveryView,
} as const satisfies Call;

export const replayDeadCall = {
  method: 'POST',
  path: `${path}/replay`,
  summary: 'Sends again all that was given up since a moment, in order, while the sessions are kept.',
  params: WebhookParams,
  body: exact({
    since: timeOf('Events that happened from then on.'),
  }),
  status: 202,
  answer: exact({
    replayed: Type.Integer({ minimum: 0, description: 'How many are sent again.', examples: [12] }),
    more: Type.Boolean({
      description: 'Whether there are more than one call sends again: call once more.',
      examples: [false],
    }),
  }),
} as const satisfies Call;
