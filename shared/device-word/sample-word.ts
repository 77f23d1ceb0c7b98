import type { SealedKind } from '../challenge.ts';
import type { SignInput } from '../jws/sign-es256.ts';
import { type DeviceName, deviceStatement } from '../jws/state-by-device.ts';

/** An envelope, and for what it was sealed. */
export interface SealedSample {
  challengeId: string;
  kind: SealedKind;
  /** SHA-256 of the envelope, base64url. */
  digest: string;
}

/**
 * That this device sealed the sample, as its key is to sign it (JWS ES256, typ `lz-sample+jwt`, kid the thumbprint). Anybody can seal to a public
 * key: by this word, which goes along in the header `Sample-Word`, the authority knows that it was no BFF.
 */
export function sampleWord(
  device: DeviceName,
  { challengeId, kind, digest }: SealedSample,
): Omit<SignInput, 'privateKey'> {
  return deviceStatement(device, 'lz-sample+jwt', { challenge: challengeId, kind, digest });
}
