import type { SealedKind } from '../challenge.ts';
import * as limits from '../limits.ts';

/** "SEAL". */
export const magic = Uint8Array.of(0x53, 0x45, 0x41, 0x4c);
export const version = 1;
/** Magic, version and the two bytes of the header length. */
export const prefixLength = 7;
/** Plaintext in each chunk, and the step of the padding: the size of a sample shows in 16 KiB steps only. */
export const chunkSize = 16 * 1024;
export const tagLength = 16;
/** The true length, u32, before the plaintext. */
export const trueLengthBytes = 4;
/** Padded plaintext that fits an envelope of `limits.sampleEnvelope`, with room for header, key and tags. */
export const maxPaddedLength = Math.floor(limits.sampleEnvelope / chunkSize - 1) * chunkSize;

export const kindCodes = {
  identity: 1,
  'id-photo': 2,
  face: 3,
  voice: 4,
  card: 5,
  pin: 6,
  kin: 7,
  'kin-face': 8,
} as const satisfies Record<SealedKind, number>;

export const keyIdPattern = /^[\x21-\x7e]{1,64}$/;
export const ceremonyPattern = /^[a-z][a-z-]{0,31}$/;
export const challengeIdPattern = /^[\x21-\x7e]{0,64}$/;
