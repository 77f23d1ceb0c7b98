import type { Random } from '../bytes/random.ts';
import { suites } from './suites.ts';
import type { SealKey, SealPrivateKey, SealSuite } from './types.ts';

/** Makes a key of the authority, both halves. */
export function makeSealKey({ keyId, suite, random }: { keyId: string; suite: SealSuite; random: Random }): {
  key: SealKey;
  privateKey: SealPrivateKey;
} {
  const pair = suites[suite].makeKeyPair(random);
  return {
    key: { keyId, suite, publicKey: pair.publicKey },
    privateKey: { keyId, suite, privateKey: pair.privateKey },
  };
}
