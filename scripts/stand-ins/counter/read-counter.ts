import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asId, type CounterId, type RpId } from '../../../shared/ids.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type PrivateJwk, readPrivateKey } from './read-jwk.ts';

/** What a counter is given when it is registered. */
export interface CounterSettings {
  /** Scheme and host of the BFF, no trailing slash. */
  bffUrl: string;
  rpId: RpId;
  counterId: CounterId;
  /** Signs the counter's client assertions. */
  key: PrivateJwk;
  /** Opens result tokens, where its RP registered the public half. */
  decryptionKey?: PrivateJwk;
}

/**
 * What a counter of the sandbox was given when it was registered: of its seed, or one that `npm run rp` added.
 * @throws Error when there is no such counter
 */
export function readCounter(sandbox: Sandbox, counterId: string, bffUrl: string): CounterSettings {
  const counter = sandbox.counters.find(({ id }) => id === counterId);
  if (counter === undefined) return readOwnCounter(sandbox.folder, counterId, bffUrl);
  const decryption = sandbox.decryptionKeys.find(({ rpId }) => rpId === counter.rpId);
  return {
    bffUrl,
    rpId: asId('rp', counter.rpId),
    counterId: asId('cnt', counter.id),
    key: readPrivateKey(join(sandbox.folder, counter.keyFile)),
    ...(decryption && { decryptionKey: readPrivateKey(join(sandbox.folder, decryption.keyFile)) }),
  };
}

/** Where `npm run rp` leaves the keys that it makes: for each relying party a folder, in it a file for each key. */
export const keysOfCommand = 'rp-keys';

/** A counter whose keys `npm run rp` made: it signs by the newest, as the names of keys are the moments at which they were made. @throws Error where there is none */
export function readOwnCounter(data: string, counterId: string, bffUrl: string): CounterSettings {
  const folder = join(data, keysOfCommand);
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const newest = files
    .filter((file) => basename(file).startsWith(`${counterId}.`))
    .sort()
    .at(-1);
  if (newest === undefined) throw new Error(`There is no counter ${counterId} with a key in ${folder}.`);
  const rpId = asId('rp', dirname(newest));
  return { bffUrl, rpId, counterId: asId('cnt', counterId), key: readPrivateKey(join(folder, newest)) };
}
