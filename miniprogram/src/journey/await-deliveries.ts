import type { Journey } from './journey.ts';
import { sendEnvelope } from './send-envelope.ts';

/** Waits until every sample has arrived. @throws HolderProblem of the first that did not; its envelope is kept */
export async function awaitDeliveries(journey: Journey): Promise<void> {
  for (const [kind, delivery] of journey.deliveries) {
    let now = delivery;
    while (now.state === 'sealing' || now.state === 'going') {
      await now.done;
      now = journey.deliveries.get(kind) ?? { state: 'arrived', kind };
    }
    if (now.state === 'stuck') throw now.problem;
  }
}

/** Sends the kept envelopes again; one that the BFF refused for good needs a new capture. */
export function deliverAgain(journey: Journey): void {
  for (const [kind, delivery] of journey.deliveries) {
    if (delivery.state === 'stuck' && delivery.envelope !== undefined) {
      sendEnvelope(journey, journey.deliveries, kind, delivery.envelope);
    }
  }
}
