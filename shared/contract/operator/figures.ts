import { type Static, Type } from 'typebox';
import { ReadyChecks } from '../public.ts';
import { type Call, exact, oneOf } from '../schema.ts';
import { timeOf } from './terms.ts';

const count = (description: string, example: number) =>
  Type.Integer({ minimum: 0, description, examples: [example] });
const seconds = (description: string, example: number) =>
  Type.Number({ minimum: 0, description: `${description} Seconds.`, examples: [example] });
const word = (description: string, example: string) =>
  Type.String({ pattern: '^[a-z][a-z_-]{0,39}$', description, examples: [example] });
const list = <T extends ReturnType<typeof exact>>(of: T, description: string) =>
  Type.Array(of, { description });

const SurfaceFigures = exact({
  surface: {
    ...oneOf(['counter', 'holder', 'access', 'operator', 'officer', 'terminal', 'public']),
    description:
      'Who calls there: counters, phones, OAuth clients, operators, officers, terminals, or anybody.',
    examples: ['counter'],
  },
  requests: count('All requests that ended.', 1840),
  succeeded: count('Of these, answered 2xx.', 1795),
  redirected: count('Answered 3xx.', 0),
  refused: count('Answered 4xx.', 44),
  failed: count('Answered 5xx.', 1),
  p50Seconds: Type.Optional(
    seconds(
      'Half of the requests took no longer, about: told from the buckets of `/metrics`; 30 stands for all above. Event streams, and routes that may wait for a change, are left out; absent where no other request came.',
      0.012,
    ),
  ),
  p99Seconds: Type.Optional(seconds('The same of 99 in 100.', 0.21)),
});
export type SurfaceFigures = Static<typeof SurfaceFigures>;

/** What `/metrics` counts of one process, summed up for an operator: words of closed lists, and nobody by name. */
export const Figures = exact({
  since: timeOf('When this process began: all is counted from there.'),
  surfaces: list(SurfaceFigures, 'Requests by who calls; a surface nobody called is absent.'),
  tokenFailures: list(
    exact({
      reason: word('Which claim did not fit, or why a device code gave no token.', 'jti-used'),
      count: count('How often.', 3),
    }),
    'Requests of OAuth clients that gave nothing, the most frequent first.',
  ),
  eventStreams: count('Event streams of counters that are open now.', 12),
  quotaRefusals: list(
    exact({
      quota: word('The quota that was used up.', 'sessions-by-counter'),
      count: count('How often.', 5),
    }),
    'Demands that a quota refused, the most frequent first.',
  ),
  outbox: list(
    exact({
      kind: word('What is to be told.', 'void-credential'),
      waiting: count('Messages that wait.', 0),
      oldestSeconds: seconds('How long the oldest has waited.', 0),
    }),
    'What the authority is still to be told; empty where the database does not say.',
  ),
  webhooks: exact({
    waiting: count('Events that wait to be delivered.', 2),
    oldestSeconds: seconds('How long the oldest has waited.', 4.2),
  }),
  jobs: list(
    exact({
      job: word('The job.', 'sweep'),
      failed: count('Rounds that failed.', 0),
      lastSuccessAt: Type.Optional(
        timeOf('When it last came to its end well in this process; absent where another process does it.'),
      ),
    }),
    'What happens by itself.',
  ),
});
export type Figures = Static<typeof Figures>;

export const readFiguresCall = {
  method: 'GET',
  path: '/operator/v1/figures',
  summary:
    'Requests, errors, latencies and backlogs of the process that answers, since its start; no person, session or relying party stands in it.',
  status: 200,
  answer: Figures,
} as const satisfies Call;

export const Health = exact({
  at: timeOf('When it was looked at.'),
  checks: ReadyChecks,
});
export type Health = Static<typeof Health>;

export const readHealthCall = {
  method: 'GET',
  path: '/operator/v1/health',
  summary:
    'What `/health/ready` looks at, for the console: a proxy keeps that one inside. It is 200 whatever was found.',
  status: 200,
  answer: Health,
  byItself: true,
} as const satisfies Call;
