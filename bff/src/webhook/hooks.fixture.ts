import type { RpId } from '../../../shared/ids.ts';
import { asId, newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { hotel, testPorts } from '../ports/ports.fixture.ts';
import type { Delivery, Sent } from '../ports/webhooks.ts';
import { addWebhook } from '../registry/webhooks/add-webhook.ts';
import type { BodyOf } from './deliver.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import { queueEvent } from './queue-event.ts';
import { deliveryOf } from './read-delivery.ts';

export const operator = { operatorId: asId('opr', `opr_${'a'.repeat(22)}`) };

/** Says which session an event is of, and how often that was made. */
const nameOnly: BodyOf = async (_ports, { type, sessionId, at }) =>
  type === 'session.needs-more-time' && sessionId !== undefined
    ? {
        type,
        timestamp: new Date(at).toISOString(),
        data: { counterId: 'cnt_hotel-1', sessionId, scene: 'hotel', level: 'basic', openedAt: at },
      }
    : { type: 'webhook.test', timestamp: new Date(at).toISOString(), data: {} };

/**
 * Webhooks over the ports of the steps' tests: what is sent is kept in `sent`, and answered as the test says; rounds are made when it
 * asks for them, by its clock.
 */
export async function hookWorld() {
  const world = await testPorts();
  const { ports, clock } = world;
  const sent: Delivery[] = [];
  const warnings: { what: string; facts: Record<string, string | number> }[] = [];
  const receiver: { answer: (delivery: Delivery) => Promise<Sent> | Sent } = {
    answer: () => ({ status: 204 }),
  };
  ports.webhooks.send = async (delivery) => {
    sent.push(delivery);
    return receiver.answer(delivery);
  };
  ports.warn = (what, facts) => void warnings.push({ what, facts });
  let deliveries = deliverWebhooks(nameOnly);

  const add = (url = 'https://hotel.example/hooks', rpId: RpId = hotel.rpId) =>
    addWebhook(ports, operator, rpId, {
      ...{ url, name: 'Front desk' },
      events: ['session.ended', 'session.needs-more-time'],
    });

  /** One event of a session, or as many as said. */
  const queue = async (places = 1, rpId: RpId = hotel.rpId, sessionId = newId('ses', ports.random)) => {
    for (let place = 1; place <= places; place++)
      await ports.db.write(
        queueEvent(ports, {
          ...{ rpId, sessionId, place, at: clock.now, type: 'session.needs-more-time' },
          expiresAt: clock.now + limits.resultRetention,
        }),
      );
    return sessionId;
  };

  const stored = async () =>
    (await ports.db.read('select * from webhook_deliveries order by at, place, event_id', {})).map(
      deliveryOf,
    );

  /** Makes rounds until nothing is due and nothing under way. */
  const settle = async () => {
    for (let quiet = 0; quiet < 3; ) {
      const before = sent.length;
      await deliveries.round(ports);
      await new Promise((later) => setTimeout(later, 5));
      quiet = sent.length === before ? quiet + 1 : 0;
    }
  };

  return {
    ...world,
    sent,
    warnings,
    receiver,
    add,
    queue,
    stored,
    settle,
    round: () => deliveries.round(ports),
    /** As kill -9: what is under way is settled by nobody. */
    restart() {
      deliveries.stop();
      deliveries = deliverWebhooks(nameOnly);
    },
  };
}
