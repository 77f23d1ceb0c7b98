import type { DeliveryState } from '../../../../shared/contract/operator/webhook-view.ts';
import type { DeliveriesPage } from '../../../../shared/contract/operator/webhooks.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Ports } from '../../ports/ports.ts';
import { deliveryOf } from '../../webhook/read-delivery.ts';
import { deliveryView, webhookById } from './webhook-view.ts';

/** Written out, so that the index of each is used. */
const inState = {
  waiting: `and state = 'waiting'`,
  delivered: `and state = 'delivered'`,
  dead: `and state = 'dead'`,
} as const satisfies Record<DeliveryState, string>;

/**
 * What is kept of a webhook's deliveries, the newest first, from where the page before ended.
 * @throws Problem not-found; request-invalid where `after` is no such place
 */
export async function readDeliveries(
  ports: Ports,
  id: string,
  { state, after, limit = 50 }: { state?: DeliveryState; after?: string; limit?: number },
): Promise<DeliveriesPage> {
  await webhookById(ports, id);
  const from = after === undefined ? undefined : placeOf(after);
  const rows = await ports.db.read(
    `select * from webhook_deliveries where webhook_id = :id ${state === undefined ? '' : inState[state]}
      ${from === undefined ? '' : 'and (at, event_id) < (:at, :eventId)'}
      order by at desc, event_id desc limit :most`,
    { id, most: limit + 1, ...from },
  );
  const page = rows.slice(0, limit).map(deliveryOf);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    deliveries: page.map(deliveryView),
    ...(last === undefined ? {} : { next: `${last.at.toString(36)}-${last.eventId}` }),
  };
}

function placeOf(after: string): { at: number; eventId: string } {
  const [, at, eventId] = /^([0-9a-z]{1,10})-(evt_[A-Za-z0-9_-]{22})$/.exec(after) ?? [];
  if (at === undefined || eventId === undefined) throw new Problem('request-invalid');
  return { at: Number.parseInt(at, 36), eventId };
}
