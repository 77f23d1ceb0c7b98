import { type Sample, sealSample, wipeSample } from '../attempt/05-seal.ts';
import { demandStandingKeys } from '../attempt/demand-standing-keys.ts';
import { asProblem } from '../holder/holder-problem.ts';
import type { Journey } from './journey.ts';
import { sendEnvelope } from './send-envelope.ts';

/**
 * Seals the sample for the journey's challenge and sends it, while the person goes on; one that is not asked for, or not any
 * more, is wiped. Nothing is awaited here.
 */
export function deliver(journey: Journey, sample: Sample): void {
  const { progress, holder, deliveries } = journey;
  if (progress.at !== 'challenged' || !progress.checked.claims.samples.includes(sample.kind)) {
    wipeSample(sample);
    return;
  }
  const { checked } = progress;
  const seal = async (): Promise<void> => {
    try {
      // What was typed goes at once with the challenge that has just come.
      if (sample.kind === 'face' || sample.kind === 'voice') await demandStandingKeys(holder, checked);
      const sealed = await sealSample(holder, checked, sample);
      if (deliveries.has(sample.kind)) sendEnvelope(journey, deliveries, sample.kind, sealed);
    } catch (cause) {
      wipeSample(sample);
      deliveries.set(sample.kind, { state: 'stuck', problem: asProblem(cause) });
    }
  };
  deliveries.set(sample.kind, { state: 'sealing', done: seal() });
}
