import { Pool } from 'undici';
import { isFinal } from '../../../../shared/sessions.ts';
import { openPairs } from '../drive/open-pairs.ts';
import { makePhone } from '../drive/phone.ts';
import { openCheck, type Pair } from '../drive/verification.ts';
import type { BenchServers } from '../start-servers.ts';
import { percentile } from './figures.ts';
import { inLanes, upTo } from './in-lanes.ts';

const lanes = 4;

/** Milliseconds from the login on another phone, as it is sent, until the phone before is refused. */
export interface TakeoverFigures {
  takeovers: number;
  /** Its long poll for a check in the middle of the capture, open since before. */
  poll: { p50: number; p99: number };
  /** Its first call after the other phone was answered. */
  call: { p50: number; p99: number };
}

/** Measures how soon a phone has lost its place once its owner, or a thief, has logged in elsewhere. */
export async function measureTakeover(
  servers: BenchServers,
  takeovers: number,
  progress: (step: string) => void,
): Promise<TakeoverFigures> {
  progress(`takeover to refusal, ${takeovers} takeovers`);
  const { pairs, bff, close } = await openPairs(servers, lanes);
  const pool = new Pool(bff.url, { connections: 2 * lanes });
  const polls: number[] = [];
  const calls: number[] = [];
  try {
    await inLanes(lanes, upTo(takeovers), async (_, lane) => {
      const pair = pairs[lane];
      if (pair === undefined) return;
      const refused = await takeOver(pair, pool, bff.url, `person-${lane}`);
      polls.push(refused.poll);
      calls.push(refused.call);
    });
  } finally {
    await pool.close();
    await close();
  }
  const spans = (values: number[]) => ({ p50: percentile(values, 50), p99: percentile(values, 99) });
  return { takeovers, poll: spans(polls), call: spans(calls) };
}

/** The pair has the new phone afterwards. */
async function takeOver(
  pair: Pair,
  pool: Pool,
  bffUrl: string,
  person: string,
): Promise<{ poll: number; call: number }> {
  const old = pair.phone;
  const view = await openCheck(pair);
  const watching = old.watch(view).then(({ status, text }) => ({ status, text, at: performance.now() }));
  // The poll is open: it was sent before this call, which is answered.
  await old.call();
  const start = performance.now();
  const next = Promise.withResolvers<number>();
  const calling = next.promise.then(async () => {
    const { status } = await old.call();
    if (status !== 401) throw new Error(`the phone before was answered ${status}`);
    return performance.now() - start;
  });
  const making = makePhone(pool, bffUrl, person, () => next.resolve(0)).catch((fault: unknown) => {
    next.reject(fault);
    throw fault;
  });
  const [phone, call, poll] = await Promise.all([making, calling, watching]);
  if (poll.status === 200 && !isFinal(stateIn(poll.text)))
    throw new Error('the check of the phone before goes on');
  pair.phone = phone;
  return { poll: poll.at - start, call };
}

function stateIn(text: string): Parameters<typeof isFinal>[0] {
  const { state }: { state: Parameters<typeof isFinal>[0] } = JSON.parse(text);
  return state;
}
