import { useEffect, useState } from 'react';
import type { Holder } from '../holder/holder.ts';
import { serverTime } from '../holder/server-time.ts';

/** The BFF's time, epoch milliseconds, told anew every `every` milliseconds; the phone's own before the BFF has told any. */
export function useServerNow(holder: Holder, every: number): number {
  const read = (): number => serverTime(holder) ?? holder.platform.clock.now();
  const [now, setNow] = useState(read);
  useEffect(() => {
    const look = (): void => setNow(serverTime(holder) ?? holder.platform.clock.now());
    look();
    const ticking = setInterval(look, every);
    return () => clearInterval(ticking);
  }, [holder, every]);
  return now;
}
