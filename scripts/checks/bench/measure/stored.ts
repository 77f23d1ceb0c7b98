import { type OpenPairs, openPairs } from '../drive/open-pairs.ts';
import type { Pair } from '../drive/verification.ts';
import type { BenchServers } from '../start-servers.ts';
import { pairedRatio, percentile, type Spread, spread } from './figures.ts';
import { inLanes, upTo } from './in-lanes.ts';

const lanes = 4;
const perRound = 250;

export interface StoredFigures {
  sessions: number;
  /** p99 of a small request in milliseconds, by rounds. */
  empty: Spread;
  full: Spread;
  ratio: Spread;
}

/**
 * Measures what the sessions that are stored cost a request that has nothing to do with them: opening a session, claiming and declining
 * it, on an empty database and on a full one in turns.
 */
export async function measureStored(
  servers: BenchServers,
  { rounds, sessions }: { rounds: number; sessions: number },
  progress: (step: string) => void,
): Promise<StoredFigures> {
  progress(`storing ${sessions} sessions`);
  const empty = await openPairs(servers, lanes);
  const full = await openPairs(servers, lanes, { sessions });
  try {
    for (const each of [empty, full]) await p99Of(each);
    const taken: { empty: number; full: number }[] = [];
    for (let count = 1; count <= rounds; count++) {
      progress(`small requests beside ${sessions} stored sessions, round ${count} of ${rounds}`);
      taken.push({ empty: await p99Of(empty), full: await p99Of(full) });
    }
    const column = (name: 'empty' | 'full') => taken.map((row) => row[name]);
    return {
      sessions,
      empty: spread(column('empty')),
      full: spread(column('full')),
      ratio: pairedRatio(column('full'), column('empty')),
    };
  } finally {
    await empty.close();
    await full.close();
  }
}

async function p99Of({ pairs }: OpenPairs): Promise<number> {
  const times: number[] = [];
  const timed = async <T>(request: Promise<T>): Promise<T> => {
    const start = performance.now();
    const answer = await request;
    times.push(performance.now() - start);
    return answer;
  };
  const check = async ({ counter, phone }: Pair) => {
    const { session, code } = await timed(counter.openSession('hotel', 'check-in'));
    await timed(phone.claim(code()));
    await timed(phone.decline(session.sessionId));
  };
  await inLanes(lanes, upTo(perRound), async (_, lane) => {
    const pair = pairs[lane];
    if (pair !== undefined) await check(pair);
  });
  return percentile(times, 99);
}
