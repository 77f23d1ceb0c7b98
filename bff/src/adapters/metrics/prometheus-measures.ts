import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { sessionStates } from '../../../../shared/sessions.ts';
import type { Measures } from '../../ports/ports.ts';

export interface PrometheusMeasures {
  measures: Measures;
  /** What `/metrics` answers, in the text form of Prometheus, and its content type. */
  text(): Promise<string>;
  contentType: string;
}

const kilobyte = 1024;

/** Counts for Prometheus, all named `lz_...`. The labels are the state of a session and the kind of a difference: none names an RP, a person or a session. */
export function prometheusMeasures(): PrometheusMeasures {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'lz_' });

  const ended = new Counter({
    name: 'lz_sessions_ended_total',
    help: 'Sessions and applications by the state in which they ended.',
    labelNames: ['state'],
    registers,
  });
  const relayed = new Histogram({
    name: 'lz_relayed_bytes',
    help: 'Sizes of the samples that were relayed.',
    buckets: [32, 64, 128, 256, 512, 1024].map((size) => size * kilobyte),
    registers,
  });
  const inFlight = new Gauge({
    name: 'lz_relays_in_flight',
    help: 'Samples that are being relayed now.',
    registers,
  });
  const pushed = new Histogram({
    name: 'lz_verdict_push_seconds',
    help: 'From the arrival of a verdict to its being pushed to counter and phone.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers,
  });
  const differed = new Counter({
    name: 'lz_credentials_differed_total',
    help: 'Credentials that were void there and live here, or live there and nobody’s here, and were set right.',
    labelNames: ['what'],
    registers,
  });

  return {
    measures: {
      sessionEnded(state) {
        ended.inc({ state: sessionStates.find((known) => known === state) ?? 'other' });
      },
      relayed(bytes) {
        relayed.observe(bytes);
      },
      relaysInFlight(delta) {
        inFlight.inc(delta);
      },
      verdictPushed(milliseconds) {
        pushed.observe(milliseconds / 1000);
      },
      credentialsDiffered(what, count) {
        if (count > 0) differed.inc({ what }, count);
      },
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
