import type { Running } from '../../sandbox/read-running.ts';
import { type Counter, connect } from '../../sdk/src/connect.ts';
import { readCounter } from './read-counter.ts';

/** A counter of the running sandbox, by the SDK. @throws Error where there is no such counter; as `connect` */
export async function connectCounter(
  { sandbox, bffUrl }: Pick<Running, 'sandbox' | 'bffUrl'>,
  counterId: string,
): Promise<Counter> {
  const { rpId, key, decryptionKey } = readCounter(sandbox, counterId, bffUrl);
  return await connect({
    ...{ issuer: bffUrl, rpId, counterId, key: { ...key }, allowSandbox: true },
    ...(decryptionKey && { decryptionKey: { ...decryptionKey } }),
  });
}
