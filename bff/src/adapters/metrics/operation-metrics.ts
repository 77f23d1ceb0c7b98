import { METHODS } from 'node:http';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Measures } from '../../ports/ports.ts';

/** What waits in the outbox, by kind. */
export type ReadOutbox = () => Promise<{ kind: string; count: number; oldestSeconds: number }[]>;

type Operation = Pick<
  Measures,
  'requestDone' | 'tokenRefused' | 'eventStreams' | 'jobRan' | 'quotaRefused' | 'authorityAsked'
>;

/** From what nobody notices to what people give up at; long polls and streams are beyond. */
const buckets = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10, 30];

/**
 * Requests by rate, errors and duration, under the name and labels that dashboards for Node know, and what else tells an operator that
 * something hangs. The outbox is read when figures are asked for: what a job that hangs last said would never grow old.
 */
export function operationMetrics(registers: Registry[], readOutbox: ReadOutbox): Operation {
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests from their arrival to the end of their answer, by route pattern and class of status.',
    labelNames: ['method', 'route', 'surface', 'status_code'],
    buckets,
    registers,
  });
  const tokens = new Counter({
    name: 'lz_token_failures_total',
    help: 'Requests to the endpoints of OAuth clients that gave nothing, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const streams = new Gauge({
    name: 'lz_event_streams',
    help: 'Event streams of counters that are open now.',
    registers,
  });
  const jobs = new Histogram({
    name: 'lz_job_duration_seconds',
    help: 'Rounds of jobs in this process, by what came of them.',
    labelNames: ['job', 'outcome'],
    buckets: [0.005, 0.05, 0.5, 5, 60],
    registers,
  });
  const succeeded = new Gauge({
    name: 'lz_job_last_success_timestamp_seconds',
    help: 'When a job last came to its end well in this process, Unix time.',
    labelNames: ['job'],
    registers,
  });
  const held = new Gauge({
    name: 'lz_job_lease_held',
    help: 'Whether this process, and so no other, does the job.',
    labelNames: ['job'],
    registers,
  });
  const quotas = new Counter({
    name: 'lz_quota_refusals_total',
    help: 'Demands that were refused, by the quota that was used up.',
    labelNames: ['quota'],
    registers,
  });
  const authority = new Histogram({
    name: 'lz_authority_request_duration_seconds',
    help: 'Calls to the authority, by what came of them; waiting for a verdict is one call.',
    labelNames: ['call', 'outcome'],
    buckets,
    registers,
  });
  outboxMetrics(registers, readOutbox);

  return {
    requestDone({ method, route, surface, status, seconds }) {
      const known = METHODS.includes(method) ? method : 'other';
      const status_code = `${Math.floor(status / 100)}xx`;
      requests.observe({ method: known, route, surface, status_code }, seconds);
    },
    tokenRefused: (reason) => tokens.inc({ reason }),
    eventStreams: (delta) => streams.inc(delta),
    jobRan(job, outcome, seconds) {
      jobs.observe({ job, outcome }, seconds);
      if (outcome === 'done') succeeded.setToCurrentTime({ job });
      if (outcome !== 'failed') held.set({ job }, outcome === 'done' ? 1 : 0);
    },
    quotaRefused: (quota) => quotas.inc({ quota }),
    authorityAsked: (call, outcome, seconds) => authority.observe({ call, outcome }, seconds),
  };
}

function outboxMetrics(registers: Registry[], readOutbox: ReadOutbox): void {
  /** Nothing is told where the database does not answer. */
  const gauge = (
    name: string,
    help: string,
    valueIn: (waits: Awaited<ReturnType<ReadOutbox>>[number]) => number,
  ) =>
    new Gauge({
      ...{ name, help, registers },
      labelNames: ['kind'],
      async collect() {
        this.reset();
        for (const waits of await readOutbox().catch(() => []))
          this.set({ kind: waits.kind }, valueIn(waits));
      },
    });
  gauge('lz_outbox_messages', 'Messages that wait to be told to the authority.', ({ count }) => count);
  gauge(
    'lz_outbox_oldest_seconds',
    'How long the oldest message has waited to be told to the authority.',
    ({ oldestSeconds }) => oldestSeconds,
  );
}
