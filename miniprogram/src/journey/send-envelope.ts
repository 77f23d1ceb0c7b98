import type { SealedKind } from '../../../shared/challenge.ts';
import { relay as relayApplied } from '../apply/06-relay.ts';
import { asProblem } from '../ui/as-problem.ts';
import { relay as relayVerified } from '../verify/06-relay.ts';
import type { Journey } from './journey.ts';
import { learnView } from './learn-view.ts';

/** Sends a sealed sample on its way, one of `deliveries`, which keep it until it has arrived. Nothing is awaited here. */
export function sendEnvelope(
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
      if (answered.version > journey.view.version) learnView(journey, { ...journey.view, ...answered });
      deliveries.set(kind, { state: 'arrived', kind });
    } catch (cause) {
      deliveries.set(kind, { state: 'stuck', envelope, problem: asProblem(cause) });
    }
  };
  deliveries.set(kind, { state: 'going', envelope, done: go() });
}
