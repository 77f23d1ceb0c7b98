import type { SealedKind } from '../../../shared/challenge.ts';
import { relay } from '../attempt/06-relay.ts';
import { asProblem } from '../holder/holder-problem.ts';
import { type Journey, learnView } from './journey.ts';

/** Sends the kept envelopes again; one that the BFF refused for good needs a new capture. */
export function deliverAgain(journey: Journey): void {
  for (const [kind, delivery] of journey.deliveries) {
    if (kind !== 'platform-face' && delivery.state === 'stuck' && delivery.envelope !== undefined) {
      sendEnvelope(journey, journey.deliveries, kind, delivery.envelope);
    }
  }
}

/** Waits until every sample has arrived. @throws HolderProblem of the first that did not; its envelope is kept */
export async function awaitDeliveries({ deliveries }: Journey): Promise<void> {
  for (const kind of deliveries.keys()) {
    let delivery = deliveries.get(kind);
    while (delivery?.state === 'sealing' || delivery?.state === 'going') {
      await delivery.done;
      delivery = deliveries.get(kind);
    }
    if (delivery?.state === 'stuck') throw delivery.problem;
  }
}

/**
 * Sends a sealed sample on its way, one of `deliveries`, which are those of its attempt also when the journey has gone on to another
 * one. Nothing is awaited here. Apart from what seals: the pages that only wait do not load the ciphers.
 */
export function sendEnvelope(
  journey: Journey,
  deliveries: Journey['deliveries'],
  kind: SealedKind,
  envelope: Uint8Array,
): void {
  const { holder, view } = journey;
  const go = async (): Promise<void> => {
    try {
      const answered = await relay(holder, view.id, kind, envelope);
      if (answered.version > journey.view.version) learnView(journey, answered);
      deliveries.set(kind, { state: 'arrived' });
    } catch (cause) {
      deliveries.set(kind, { state: 'stuck', envelope, problem: asProblem(cause) });
    }
  };
  deliveries.set(kind, { state: 'going', envelope, done: go() });
}
