import {
  type DeliveryFault,
  deliveryFaults,
  type WebhookState,
  webhookStates,
} from '../../../shared/contract/operator/webhook-view.ts';
import { type SessionEventType, sessionEvents } from '../../../shared/contract/webhook/events.ts';
import { asId, type RpId, type WebhookId } from '../../../shared/ids.ts';
import type { Row } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/** A webhook as it is stored. */
export interface Webhook {
  id: WebhookId;
  rpId: RpId;
  url: string;
  name: string;
  events: SessionEventType[];
  state: WebhookState;
  createdAt: number;
  /** How many events wait for it. */
  backlog: number;
  /** How many were not kept for it. */
  missed: number;
  /** The last try failed or was slow. */
  struggles: boolean;
  failingSince: number | undefined;
  lastFault: DeliveryFault | undefined;
}

/** The webhook of that id as it stands now. */
export async function readWebhook({ db }: Pick<Ports, 'db'>, id: string): Promise<Webhook | undefined> {
  const [row] = await db.read('select * from webhooks where id = :id', { id });
  return row && webhookOf(row);
}

/** The webhook in a row of the table. @throws Error on a state that this program does not know */
export function webhookOf(row: Row): Webhook {
  const state = webhookStates.find((known) => known === row.state);
  if (state === undefined) throw new Error('a webhook in an unknown state');
  const named = String(row.events).split(' ');
  return {
    id: asId('hook', String(row.id)),
    rpId: asId('rp', String(row.rp_id)),
    url: String(row.url),
    name: String(row.name),
    events: sessionEvents.filter((event) => named.includes(event)),
    state,
    createdAt: Number(row.created_at),
    backlog: Number(row.backlog),
    missed: Number(row.missed),
    struggles: row.struggles === 1,
    failingSince: typeof row.failing_since === 'number' ? row.failing_since : undefined,
    lastFault: faultIn(row.last_fault),
  };
}

/** The fault in a column. */
export function faultIn(value: unknown): DeliveryFault | undefined {
  return deliveryFaults.find((known) => known === value);
}

/** How the events of a webhook are stored, so that one is found by ` name `. */
export function eventsColumn(events: readonly SessionEventType[]): string {
  return ` ${events.join(' ')} `;
}
