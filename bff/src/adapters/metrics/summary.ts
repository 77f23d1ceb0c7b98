import type { Registry } from 'prom-client';
import type { Figures } from '../../../../shared/contract/operator/figures.ts';
import { readSamples, type Sample } from './read-samples.ts';
import { sumRequests } from './sum-requests.ts';

/** What the console shows of the figures that are held for Prometheus: nothing is counted for it besides. */
export async function summary(registry: Registry): Promise<Figures> {
  const read = (name: string) => readSamples(registry, name);
  const one = async (name: string) => (await read(name))[0]?.value ?? 0;
  const [tokens, quotas, rounds, succeeded] = await Promise.all([
    read('lz_token_failures_total'),
    read('lz_quota_refusals_total'),
    read('lz_job_duration_seconds'),
    read('lz_job_last_success_timestamp_seconds'),
  ]);
  return {
    since: Math.round((await one('process_start_time_seconds')) * 1000),
    surfaces: sumRequests(await read('http_request_duration_seconds')),
    tokenFailures: mostFirst(tokens).map(({ label, value }) => ({ reason: label('reason'), count: value })),
    eventStreams: Math.max(0, await one('lz_event_streams')),
    quotaRefusals: mostFirst(quotas).map(({ label, value }) => ({ quota: label('quota'), count: value })),
    outbox: await readOutbox(read),
    webhooks: {
      waiting: await one('lz_webhook_events_waiting'),
      oldestSeconds: rounded(await one('lz_webhook_oldest_event_seconds')),
    },
    jobs: jobsIn(rounds, succeeded),
  };
}

async function readOutbox(read: (name: string) => Promise<Sample[]>): Promise<Figures['outbox']> {
  const waiting = await read('lz_outbox_messages');
  const ages = await read('lz_outbox_oldest_seconds');
  return waiting.map(({ label, value }) => {
    const age = ages.find((each) => each.label('kind') === label('kind'));
    return { kind: label('kind'), waiting: value, oldestSeconds: rounded(age?.value ?? 0) };
  });
}

function jobsIn(rounds: readonly Sample[], succeeded: readonly Sample[]): Figures['jobs'] {
  const counted = rounds.filter(({ name }) => name.endsWith('_count'));
  const names = [...new Set(counted.map(({ label }) => label('job')))].sort();
  return names.map((job) => {
    const failed = counted.find(({ label }) => label('job') === job && label('outcome') === 'failed');
    const last = succeeded.find(({ label }) => label('job') === job);
    return {
      job,
      failed: failed?.value ?? 0,
      ...(last === undefined ? {} : { lastSuccessAt: Math.round(last.value * 1000) }),
    };
  });
}

const mostFirst = (samples: readonly Sample[]): Sample[] =>
  samples.filter(({ value }) => value > 0).sort((one, other) => other.value - one.value);

/** To the millisecond. */
const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;
