import { Pool } from 'undici';
import type { NodeChild } from '../../../sandbox/launch.ts';
import { openCounter } from '../../../stand-ins/counter/counter.ts';
import { readCounter } from '../../../stand-ins/counter/read-counter.ts';
import type { BenchServers, StartOptions } from '../start-servers.ts';
import { makePhone } from './phone.ts';
import type { Pair } from './verification.ts';

const hotel = 'rp_sandbox-hotel';
const connections = 64;

/** A BFF of its own, and before the counters of one hotel so many phones with a credential each. */
export interface OpenPairs {
  bff: NodeChild;
  pairs: Pair[];
  close(): Promise<void>;
}

export async function openPairs(
  { startBff }: BenchServers,
  count: number,
  options: StartOptions = {},
): Promise<OpenPairs> {
  const { bff, sandbox } = await startBff(options);
  const pool = new Pool(bff.url, { connections });
  const ids = sandbox.counters.filter(({ rpId }) => rpId === hotel).map(({ id }) => id);
  const counters = await Promise.all(ids.map((id) => openCounter(readCounter(sandbox, id, bff.url))));
  const pairs: Pair[] = [];
  for (let index = 0; index < count; index++) {
    const counter = counters[index % counters.length];
    if (counter === undefined) throw new Error('the sandbox has no hotel');
    pairs.push({ counter, phone: await makePhone(pool, bff.url, `person-${index}`) });
  }
  return {
    bff,
    pairs,
    async close() {
      for (const counter of counters) counter.close();
      await pool.close();
      await bff.stop();
    },
  };
}
