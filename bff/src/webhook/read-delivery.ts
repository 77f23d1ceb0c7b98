import {
  type DeliveryFault,
  type DeliveryState,
  deliveryStates,
} from '../../../shared/contract/operator/webhook-view.ts';
import { type EventType, eventTypes } from '../../../shared/contract/webhook/events.ts';
import { type EndState, endStates } from '../../../shared/contract/webhook/session-ended.ts';
import { asId, type EventId, type SessionId, type WebhookId } from '../../../shared/ids.ts';
import type { Row } from '../ports/db.ts';
import { faultIn } from './read-webhook.ts';

/** One event on its way to one webhook, as it is stored. */
export interface Delivered {
  webhookId: WebhookId;
  eventId: EventId;
  type: EventType;
  /** Absent for what is of no session, and for what is forgotten. */
  sessionId: SessionId | undefined;
  place: number;
  at: number;
  /** How the session ended: of an end alone, until it is forgotten. */
  endedAs: EndState | undefined;
  state: DeliveryState;
  tries: number;
  nextAt: number;
  settledAt: number | undefined;
  fault: DeliveryFault | undefined;
  status: number | undefined;
  /** When what it tells is forgotten, or where that is so when it is itself. */
  expiresAt: number;
}

/** The delivery in a row of the table. @throws Error on a type or a state that this program does not know */
export function deliveryOf(row: Row): Delivered {
  const type = eventTypes.find((known) => known === row.type);
  const state = deliveryStates.find((known) => known === row.state);
  if (type === undefined || state === undefined) throw new Error('a delivery of an unknown kind');
  return {
    webhookId: asId('hook', String(row.webhook_id)),
    eventId: asId('evt', String(row.event_id)),
    type,
    sessionId: typeof row.session_id === 'string' ? asId('ses', row.session_id) : undefined,
    place: Number(row.place),
    at: Number(row.at),
    endedAs: endStates.find((known) => known === row.ended_as),
    state,
    tries: Number(row.tries),
    nextAt: Number(row.next_at),
    settledAt: typeof row.settled_at === 'number' ? row.settled_at : undefined,
    fault: faultIn(row.fault),
    status: typeof row.status === 'number' ? row.status : undefined,
    expiresAt: Number(row.expires_at),
  };
}
