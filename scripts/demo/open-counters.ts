import type { RunningSandbox } from '../sandbox/start-processes.ts';
import { type Counter, openCounter } from '../stand-ins/counter/counter.ts';
import { readCounter } from '../stand-ins/counter/read-counter.ts';

/** The counters that the demo plays at. */
export interface Counters {
  hotel: Counter;
  /** A window whose scene demands the level strict. */
  office: Counter;
  /** Where only adults are served. */
  netBar: Counter;
  close(): void;
}

export async function openCounters({ sandbox, bffUrl }: RunningSandbox): Promise<Counters> {
  const hotel = await openCounter(readCounter(sandbox, 'cnt_sandbox-hotel-1', bffUrl));
  const office = await openCounter(readCounter(sandbox, 'cnt_sandbox-gov-1', bffUrl));
  const netBar = await openCounter(readCounter(sandbox, 'cnt_sandbox-shop-1', bffUrl));
  return {
    hotel,
    office,
    netBar,
    close() {
      hotel.close();
      office.close();
      netBar.close();
    },
  };
}
