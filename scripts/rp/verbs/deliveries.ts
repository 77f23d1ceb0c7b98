import { type DeliveryView, deliveryStates } from '../../../shared/contract/operator/webhook-view.ts';
import {
  readDeliveriesCall,
  replayDeadCall,
  replayDeliveryCall,
} from '../../../shared/contract/operator/webhooks.ts';
import type { Desk } from '../desk.ts';
import { type Options, timeIn } from '../options.ts';

/** `webhook deliveries ID [--state dead]`: the newest hundred. @throws Error in a sentence, Refused */
export async function deliveriesByCommand(
  desk: Desk,
  webhookId: string,
  _: string | undefined,
  { state }: Options,
): Promise<void> {
  const found = deliveryStates.find((each) => each === state);
  if (state !== undefined && found === undefined)
    throw new Error(`--state is one of ${deliveryStates.join(', ')}.`);
  const query = { limit: 100, ...(found !== undefined && { state: found }) };
  const { deliveries } = await desk.ask(readDeliveriesCall, { params: { webhookId }, query });
  for (const delivery of deliveries) tell(delivery);
}

/** `webhook replay ID EVENT`: one again; `webhook replay ID [--since TIME]`: all that was given up. @throws Error in a sentence, Refused */
export async function replayByCommand(
  desk: Desk,
  webhookId: string,
  eventId: string | undefined,
  { since = '1970-01-01' }: Options,
): Promise<void> {
  if (eventId !== undefined)
    return tell(await desk.ask(replayDeliveryCall, { params: { webhookId, eventId } }));
  const time = timeIn('since', since);
  for (let more = true, all = 0; more; ) {
    const part = await desk.ask(replayDeadCall, { params: { webhookId }, body: { since: time } });
    all += part.replayed;
    more = part.more && part.replayed > 0;
    if (!more) console.log(`${all} are sent again.`);
  }
}

function tell({ eventId, type, at, state, tries, status, fault }: DeliveryView): void {
  const last = [status, fault].filter((each) => each !== undefined).join(' ');
  console.log(
    `${eventId}  ${new Date(at).toISOString()}  ${type}  ${state}  ${tries} tries  ${last}`.trimEnd(),
  );
}
