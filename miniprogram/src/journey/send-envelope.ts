import { type SealedKind, sealedKinds } from '../../../shared/challenge.ts';
import type { Sealed } from '../attempt/05-seal.ts';
import { relay } from '../attempt/06-relay.ts';
import { asProblem } from '../holder/holder-problem.ts';
import { type Journey, learnView } from './journey.ts';

/** Sends the kept envelopes again; one that the BFF refused for good needs a new capture. */
export function deliverAgain(journey: Journey): void {
  for (const [sample, delivery] of journey.deliveries) {
    const kind = sealedKinds.find((sealed) => sealed === sample);
    if (kind !== undefined && delivery.state === 'stuck' && delivery.sealed !== undefined) {
      sendEnvelope(journey, journey.deliveries, kind, delivery.sealed);
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
  sealed: Sealed,
): void {
  const { holder, view } = journey;
  const go = async (): Promise<void> => {
    try {
      const answered = await relay(holder, view.id, kind, sealed);
      if (answered.version > journey.view.version) learnView(journey, answered);
      deliveries.set(kind, { state: 'arrived' });
    } catch (cause) {
      deliveries.set(kind, { state: 'stuck', sealed, problem: asProblem(cause) });
    }
  };
  deliveries.set(kind, { state: 'going', sealed, done: go() });
}
