import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from '../bytes/base64url.ts';
import { signEs256 } from '../jws/sign-es256.ts';
import type { SigningDevice } from '../jws/state-by-device.ts';
import { chunkSize } from '../seal/format.ts';
import { type SealedSample, sampleWord } from './sample-word.ts';

/**
 * The word of a device that it sealed the envelope, signed.
 * @param breathe awaited between the steps of the digest, as of the sealing
 */
export async function signSample(
  device: SigningDevice,
  of: Omit<SealedSample, 'digest'>,
  envelope: Uint8Array,
  breathe: () => Promise<void>,
): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < envelope.length; at += chunkSize) {
    await breathe();
    hash.update(envelope.subarray(at, at + chunkSize));
  }
  const digest = encodeBase64url(hash.digest());
  return signEs256({ ...sampleWord(device, { ...of, digest }), privateKey: device.privateKey });
}
