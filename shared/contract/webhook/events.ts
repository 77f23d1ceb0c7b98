import { type Static, Type } from 'typebox';
import { idPattern } from '../../ids.ts';
import { exact } from '../schema.ts';
import { SessionEnded, SessionEndedLate } from './session-ended.ts';
import { SessionNeedsMoreTime } from './session-needs-more-time.ts';

/** What a webhook can be told of sessions. Within a session they come in the order in which they happened. */
export const sessionEvents = ['session.needs-more-time', 'session.ended'] as const;
export type SessionEventType = (typeof sessionEvents)[number];

/** All that is sent. */
export const eventTypes = [...sessionEvents, 'webhook.test'] as const;
export type EventType = (typeof eventTypes)[number];

/** What the operator sends to try a webhook. */
export const WebhookTest = exact({
  type: Type.Literal('webhook.test', { description: 'What happened: nothing.', examples: ['webhook.test'] }),
  timestamp: Type.String({
    description: 'When the operator asked for it (RFC 3339, UTC, milliseconds).',
    examples: ['2026-12-01T08:00:00.000Z'],
  }),
  data: exact({}),
});
export type WebhookTest = Static<typeof WebhookTest>;

/** The body of a delivery, below 20 KB. */
export const WebhookEvent = Type.Union([SessionEnded, SessionEndedLate, SessionNeedsMoreTime, WebhookTest]);
export type WebhookEvent = Static<typeof WebhookEvent>;

/** The headers of a delivery (Standard Webhooks 1.0.0, beside `content-type: application/json`). */
export const WebhookHeaders = Type.Object({
  'webhook-id': Type.String({
    pattern: idPattern.evt,
    description:
      'The event: the same in every try and replay. Whoever has it already answers 2xx and does nothing.',
    examples: ['evt_Zm9vYmFyYmF6cXV4MTIzNA'],
  }),
  'webhook-timestamp': Type.String({
    pattern: '^[0-9]{10,12}$',
    description:
      'When this try was sent, in seconds since 1970; refuse what is off by more than five minutes.',
    examples: ['1796112000'],
  }),
  'webhook-signature': Type.String({
    pattern: '^v1a?,[A-Za-z0-9+/]+=*( v1a?,[A-Za-z0-9+/]+=*)*$',
    description:
      'Signatures of `id.timestamp.body` with spaces between: `v1,` HMAC-SHA256 or `v1a,` Ed25519, in base64; while a secret is being replaced one by each. One that fits is enough.',
    examples: ['v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4='],
  }),
});
