import { ownSessionCall } from '../../../../shared/contract/attempt/08-own-session.ts';
import type { SurfaceFigures } from '../../../../shared/contract/operator/figures.ts';
import { readSessionCall } from '../../../../shared/contract/verify/08-result.ts';
import { counterEventsCall } from '../../../../shared/contract/verify/08-sessions.ts';
import { surfaces } from '../../ports/tally.ts';
import type { Sample } from './read-samples.ts';

/** Routes that answer when something changes: how long that takes says nothing of this process. */
const waits: readonly string[] = [counterEventsCall.path, readSessionCall.path, ownSessionCall.path];

/** Requests by surface, of the samples of `http_request_duration_seconds`; those that nobody called are left out. */
export function sumRequests(samples: readonly Sample[]): SurfaceFigures[] {
  return surfaces.flatMap((surface) => {
    const own = samples.filter((sample) => sample.label('surface') === surface);
    const ended = own.filter(({ name }) => name.endsWith('_count'));
    if (ended.length === 0) return [];
    const answered = (first: string) =>
      sum(ended.filter((sample) => sample.label('status_code').startsWith(first)));
    const buckets = bucketsOf(own.filter((sample) => !waits.includes(sample.label('route'))));
    const [p50, p99] = [quantile(buckets, 0.5), quantile(buckets, 0.99)];
    return [
      {
        surface,
        requests: sum(ended),
        succeeded: answered('2'),
        redirected: answered('3'),
        refused: answered('4'),
        failed: answered('5'),
        ...(p50 === undefined || p99 === undefined ? {} : { p50Seconds: p50, p99Seconds: p99 }),
      },
    ];
  });
}

const sum = (samples: readonly Sample[]): number => samples.reduce((all, { value }) => all + value, 0);

interface Bucket {
  /** Seconds; the last is without end. */
  upTo: number;
  /** How many took no longer. */
  count: number;
}

function bucketsOf(samples: readonly Sample[]): Bucket[] {
  const counts = new Map<number, number>();
  for (const sample of samples) {
    if (!sample.name.endsWith('_bucket')) continue;
    const le = sample.label('le');
    const upTo = le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le);
    counts.set(upTo, (counts.get(upTo) ?? 0) + sample.value);
  }
  return [...counts].map(([upTo, count]) => ({ upTo, count })).sort((one, other) => one.upTo - other.upTo);
}

/**
 * As `histogram_quantile` of Prometheus tells it: evenly spread within a bucket, and the last bound for all beyond. Seconds, to the
 * millisecond; undefined where there is nothing.
 */
function quantile(buckets: readonly Bucket[], share: number): number | undefined {
  const wanted = (buckets.at(-1)?.count ?? 0) * share;
  if (wanted === 0) return undefined;
  let below: Bucket = { upTo: 0, count: 0 };
  for (const bucket of buckets) {
    if (bucket.count >= wanted) {
      if (bucket.upTo === Number.POSITIVE_INFINITY) return below.upTo;
      const within = (wanted - below.count) / (bucket.count - below.count);
      return Math.round((below.upTo + (bucket.upTo - below.upTo) * within) * 1000) / 1000;
    }
    below = bucket;
  }
  return below.upTo;
}
