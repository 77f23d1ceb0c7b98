import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { Figures } from '../../../../shared/contract/operator/figures.ts';
import type { Measures } from '../../ports/ports.ts';
import { prometheusMeasures } from './prometheus-measures.ts';

const outbox = async () => [{ kind: 'settle-attempt', count: 2, oldestSeconds: 7.5 }];

const asked = { method: 'POST', route: '/counter/v1/sessions', surface: 'counter' } as const;
const done = (
  measures: Measures,
  times: number,
  status: number,
  seconds: number,
  route: string = asked.route,
) => {
  for (let i = 0; i < times; i++) measures.requestDone({ ...asked, route, status, seconds });
};

it('sums up what is held for Prometheus, as the contract has it', async () => {
  const { measures } = prometheusMeasures(outbox);
  done(measures, 90, 201, 0.01);
  done(measures, 8, 429, 0.05);
  done(measures, 2, 503, 2);
  for (const reason of ['kid', 'jti-used', 'jti-used'] as const) measures.tokenRefused(reason);
  measures.quotaRefused('sessions-by-counter');
  measures.eventStreams(1);
  measures.webhooksWait(3, 4.25);
  measures.jobRan('sweep', 'done', 0.01);
  measures.jobRan('sweep', 'failed', 0.01);
  measures.jobRan('forget', 'waits', 0.01);
  const figures = await measures.summary();
  expect(Value.Check(Figures, figures)).toBe(true);
  const [sweep] = figures.jobs.filter(({ job }) => job === 'sweep');
  expect(figures).toEqual({
    since: expect.any(Number),
    surfaces: [
      {
        ...{ surface: 'counter', requests: 100, succeeded: 90, redirected: 0, refused: 8, failed: 2 },
        // Half of 100 lie 50/90 into the bucket from 5 to 25 ms; the 99th half way into that from 1 to 2.5 s.
        ...{ p50Seconds: 0.016, p99Seconds: 1.75 },
      },
    ],
    tokenFailures: [
      { reason: 'jti-used', count: 2 },
      { reason: 'kid', count: 1 },
    ],
    eventStreams: 1,
    quotaRefusals: [{ quota: 'sessions-by-counter', count: 1 }],
    outbox: [{ kind: 'settle-attempt', waiting: 2, oldestSeconds: 7.5 }],
    webhooks: { waiting: 3, oldestSeconds: 4.25 },
    jobs: [
      { job: 'forget', failed: 0 },
      { job: 'sweep', failed: 1, lastSuccessAt: sweep?.lastSuccessAt },
    ],
  });
  expect(sweep?.lastSuccessAt).toBeGreaterThanOrEqual(figures.since);
});

it('counts a stream and a long poll, and tells no latency of how long they were waited for', async () => {
  const { measures } = prometheusMeasures(outbox);
  done(measures, 5, 200, 25, '/counter/v1/sessions/:sessionId');
  done(measures, 1, 200, 600, '/counter/v1/events');
  const [counter] = (await measures.summary()).surfaces;
  expect(counter).toMatchObject({ requests: 6, succeeded: 6 });
  expect(counter).not.toHaveProperty('p50Seconds');
});

it('tells the last bound of what took longer than all of them', async () => {
  const { measures } = prometheusMeasures(outbox);
  done(measures, 3, 200, 300);
  expect((await measures.summary()).surfaces).toMatchObject([{ p50Seconds: 30, p99Seconds: 30 }]);
});

it('leaves what Prometheus reads as it is, and stands where the outbox cannot be read', async () => {
  const { measures, text } = prometheusMeasures(() => Promise.reject(new Error('closed')));
  done(measures, 1, 200, 0.01);
  const own = async () => (await text()).split('\n').filter((line) => /^(lz_|http_)/.test(line));
  const before = await own();
  expect(await measures.summary()).toMatchObject({ outbox: [], surfaces: [{ requests: 1 }] });
  expect(await own()).toEqual(before);
});
