import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { sessionStates } from '../../../../shared/sessions.ts';
import type { Measures } from '../../ports/ports.ts';
import type { Tallied } from '../../ports/tally.ts';
import { operationMetrics, type ReadOutbox } from './operation-metrics.ts';
import { summary } from './summary.ts';

export interface PrometheusMeasures {
  measures: Measures;
  /** What `/metrics` answers, in the text form of Prometheus, and its content type. */
  text(): Promise<string>;
  contentType: string;
}

const kilobyte = 1024;

/**
 * Counts for Prometheus, named `lz_...` but for what dashboards for Node know by another name: the process, and requests. Labels are words of
 * closed lists: none names an RP, a person or a session.
 */
export function prometheusMeasures(readOutbox: ReadOutbox): PrometheusMeasures {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

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
  const refused = new Counter({
    name: 'lz_requests_refused_total',
    help: 'Requests that were refused, by the surface and the code of the problem.',
    labelNames: ['surface', 'code'],
    registers,
  });
  const counterTokens = new Counter({
    name: 'lz_access_tokens_issued_total',
    help: 'Access tokens that counters fetched.',
    registers,
  });
  const loginCodes = new Counter({
    name: 'lz_login_codes_sent_total',
    help: 'Login codes that were sent by SMS.',
    registers,
  });
  const verdictsRefused = new Counter({
    name: 'lz_verdicts_refused_total',
    help: 'Verdicts that did not fit their session, by the claim at fault.',
    labelNames: ['why'],
    registers,
  });

  const webhookTries = new Histogram({
    name: 'lz_webhook_delivery_seconds',
    help: 'Tries of deliveries to webhooks, by what came of them.',
    labelNames: ['outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
    registers,
  });
  const webhooksWaiting = new Gauge({
    name: 'lz_webhook_events_waiting',
    help: 'Events that wait to be delivered to a webhook.',
    registers,
  });
  const webhooksAge = new Gauge({
    name: 'lz_webhook_oldest_event_seconds',
    help: 'How long the oldest event has waited to be delivered to a webhook.',
    registers,
  });

  function tallied(what: Tallied): void {
    switch (what.event) {
      case 'request-refused':
        refused.inc({ surface: what.surface, code: what.code });
        break;
      case 'counter-token-issued':
        counterTokens.inc();
        break;
      case 'login-code-sent':
        loginCodes.inc();
        break;
      case 'verdict-refused':
        verdictsRefused.inc({ why: what.why });
        break;
    }
  }

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
      webhookDelivered(outcome, seconds) {
        webhookTries.observe({ outcome }, seconds);
      },
      webhooksWait(count, oldestSeconds) {
        webhooksWaiting.set(count);
        webhooksAge.set(oldestSeconds);
      },
      tallied,
      ...operationMetrics(registers, readOutbox),
      summary: () => summary(registry),
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
