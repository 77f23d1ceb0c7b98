import { openPairs } from '../drive/open-pairs.ts';
import { verification } from '../drive/verification.ts';
import type { BenchServers } from '../start-servers.ts';
import { percentile } from './figures.ts';
import { inLanes, upTo } from './in-lanes.ts';

const lanes = 4;
/** So long the authority thinks: the BFF is then waiting for the verdict, as it does when somebody really decides. */
const thinking = 40;
const warmUp = 100;

export interface PushLatency {
  verifications: number;
  /** Milliseconds from the authority's sending of the verdict to the event at the counter. */
  p50: number;
  p99: number;
}

/** Measures how long a counter waits for a verdict that was sent: over HTTP to the BFF, checked, stored durably, pushed by SSE. */
export async function measurePush(
  servers: BenchServers,
  verifications: number,
  progress: (step: string) => void,
): Promise<PushLatency> {
  progress(`verdict to counter, ${verifications} verifications`);
  const { stub } = servers;
  const { pairs, close } = await openPairs(servers, lanes);
  await stub.ask(`think ${thinking}`);
  const known = new Map<string, number>();
  const verify = (count: number) =>
    inLanes(lanes, upTo(count), async (_, lane) => {
      const pair = pairs[lane];
      if (pair === undefined) return;
      const { sessionId, at } = await verification(pair);
      known.set(sessionId, at);
    });
  try {
    await verify(warmUp);
    await stub.ask('sent');
    await verify(verifications);
  } finally {
    await stub.ask('think 0');
    await close();
  }
  const waits = sentTimes(await stub.ask('sent')).map(
    ([sessionId, at]) => (known.get(sessionId) ?? Number.NaN) - at,
  );
  if (waits.length !== verifications || waits.some(Number.isNaN))
    throw new Error('verdicts and events differ');
  return { verifications, p50: percentile(waits, 50), p99: percentile(waits, 99) };
}

function sentTimes(answer: unknown): [string, number][] {
  if (!Array.isArray(answer)) throw new Error('no list of verdicts');
  return answer.map((entry: unknown) => {
    const [sessionId, at]: unknown[] = Array.isArray(entry) ? entry : [];
    if (typeof sessionId !== 'string' || typeof at !== 'number') throw new Error('no list of verdicts');
    return [sessionId, at];
  });
}
