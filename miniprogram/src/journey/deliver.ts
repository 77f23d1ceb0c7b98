import type { SealedKind } from '../../../shared/challenge.ts';
import { relay as relayApplied } from '../apply/06-relay.ts';
import { type Sample, sealSample } from '../holder/seal-sample.ts';
import { asProblem } from '../ui/as-problem.ts';
import { relay as relayVerified } from '../verify/06-relay.ts';
import type { Journey } from './journey.ts';

/** Seals the sample for the journey's challenge and sends it, while the person goes on. Nothing is awaited here. */
export function deliver(journey: Journey, sample: Sample): void {
  const { stage, holder, deliveries } = journey;
  if (stage.at !== 'challenged' || !stage.checked.claims.samples.includes(sample.kind)) return;
  const { checked } = stage;
  const seal = async (): Promise<void> => {
    try {
      send(journey, deliveries, sample.kind, await sealSample(holder, checked, sample));
    } catch (cause) {
      deliveries.set(sample.kind, { state: 'stuck', problem: asProblem(cause) });
    }
  };
  deliveries.set(sample.kind, { state: 'sealing', done: seal() });
}

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
      send(journey, journey.deliveries, kind, delivery.envelope);
    }
  }
}

function send(
  journey: Journey,
  deliveries: Journey['deliveries'],
  kind: SealedKind,
  envelope: Uint8Array,
): void {
  const { holder, view } = journey;
  const relay = view.ceremony === 'apply' ? relayApplied : relayVerified;
  const go = async (): Promise<void> => {
    try {
      const answered = await relay(holder, view.id, kind, envelope);
      if (answered.version > journey.view.version) journey.view = { ...journey.view, ...answered };
      deliveries.set(kind, { state: 'arrived', kind });
    } catch (cause) {
      deliveries.set(kind, { state: 'stuck', envelope, problem: asProblem(cause) });
    }
  };
  deliveries.set(kind, { state: 'going', envelope, done: go() });
}
