import { createHash } from 'node:crypto';
import { type SealedSample, sampleWord } from '../../shared/device-word/sample-word.ts';
import { signEs256 } from '../../shared/jws/sign-es256.ts';
import type { SigningDevice } from '../../shared/jws/state-by-device.ts';

/** The word of a device that it sealed these bytes, as goes along with them. */
export function saySealed(
  device: SigningDevice,
  of: Omit<SealedSample, 'digest'>,
  envelope: Uint8Array,
): string {
  const digest = createHash('sha256').update(envelope).digest('base64url');
  return signEs256({ ...sampleWord(device, { ...of, digest }), privateKey: device.privateKey });
}
