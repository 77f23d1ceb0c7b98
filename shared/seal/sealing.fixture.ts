import { createHash, randomBytes } from 'node:crypto';
import type { Random } from '../bytes/random.ts';
import { makeSealKey } from './make-seal-key.ts';
import { open } from './open.ts';
import { SealError } from './seal-error.ts';
import type { SealContext, SealKey, SealPrivateKey } from './types.ts';

export const random: Random = (length) => new Uint8Array(randomBytes(length));

export const context: SealContext = {
  ceremony: 'verify',
  binding: new Uint8Array(createHash('sha256').update('binding').digest()),
  challengeId: 'chl_AAECAwQFBgcICQoLDA0ODw',
  nonce: new Uint8Array(createHash('sha256').update('nonce').digest()),
  deviceThumbprint: createHash('sha256').update('device').digest('base64url'),
  kind: 'face',
  sequence: 1,
  total: 2,
};

export const suiteKeys = [
  { name: 'suite 1', ...makeSealKey({ keyId: 'sm-1', suite: 1, random }) },
  { name: 'suite 17', ...makeSealKey({ keyId: 'x-1', suite: 17, random }) },
] as const satisfies readonly { name: string; key: SealKey; privateKey: SealPrivateKey }[];

/** The code with which an envelope is refused, or `opened`. */
export function verdictOn(envelope: Uint8Array, privateKey: SealPrivateKey, expected = context): string {
  try {
    open({ envelope, privateKey, expected });
    return 'opened';
  } catch (error) {
    if (error instanceof SealError) return error.code;
    throw error;
  }
}

/** A copy with one bit of one byte turned over. */
export function flip(bytes: Uint8Array, at: number, bit = 0): Uint8Array {
  const changed = bytes.slice();
  changed[at] = (changed[at] ?? 0) ^ (1 << bit);
  return changed;
}
