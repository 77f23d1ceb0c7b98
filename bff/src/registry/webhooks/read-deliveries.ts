import type { DeliveryState } from '../../../../shared/contract/operator/webhook-view.ts';
import type { DeliveriesPage } from '../../../../shared/contract/operator/webhooks.ts';
import type { Ports } from '../../ports/ports.ts';
import { deliveryOf } from '../../webhook/read-delivery.ts';
import { cutPage, type PageAsked, placeOf, rowsWanted } from '../page.ts';
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
  { state, ...asked }: PageAsked & { state?: DeliveryState },
): Promise<DeliveriesPage> {
  const place = placeOf(asked);
  await webhookById(ports, id);
  const [at = '', eventId = ''] = place.split(' ');
  const rows = await ports.db.read(
    `select * from webhook_deliveries where webhook_id = :id ${state === undefined ? '' : inState[state]}
      and (at, event_id) < (:at, :eventId)
      order by at desc, event_id desc limit :limit`,
    {
      id,
      ...(place === '' ? { at: Number.MAX_SAFE_INTEGER, eventId: '' } : { at: Number(at) || 0, eventId }),
      limit: rowsWanted(asked),
    },
  );
  const { shown, ...rest } = cutPage(rows.map(deliveryOf), asked, (each) => `${each.at} ${each.eventId}`);
  return { deliveries: shown.map(deliveryView), ...rest };
}
