import * as limits from '../../../../shared/limits.ts';
import type { Counting } from '../../quota/asked.ts';
import { take } from '../../quota/take.ts';

/**
 * Lets so many calls of one platform be under way or wait for a connection, and no more: what is made up cannot fill the process with
 * sockets and promises while the platform is slow. The wait that is told is that of the call which began first, at its timeout.
 * @throws Problem platform-busy
 */
export function boundedCalls(ports: Counting, platform: string) {
  return async <T>(call: () => Promise<T>): Promise<T> => {
    const { leave } = await take(ports, [{ quota: 'platform-calls', subject: platform }], {
      until: ports.now() + limits.platformCallTimeout,
    });
    try {
      return await call();
    } finally {
      leave();
    }
  };
}
