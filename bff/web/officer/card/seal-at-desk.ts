import { sha256 } from '@noble/hashes/sha2.js';
import { sessionBinding } from '../../../../shared/binding.ts';
import { decodeBase64url, encodeBase64url } from '../../../../shared/bytes/base64url.ts';
import type { Random } from '../../../../shared/bytes/random.ts';
import type { SealedKind } from '../../../../shared/challenge.ts';
import type { SealedSample } from '../../../../shared/device-word/sample-word.ts';
import { seal } from '../../../../shared/seal/seal.ts';
import type { SealsFor } from '../call/read-told.ts';

/** An envelope that was made in this page, and for what. */
export interface SealedAtDesk extends SealedSample {
  envelope: Uint8Array<ArrayBuffer>;
}

/** One sample in its SEAL/1 envelope, for this challenge and from this browser alone. The plaintext is overwritten, whether that went well or not. */
export async function sealAtDesk<Kind extends SealedKind>(
  { claims, sealKey }: SealsFor,
  kind: Kind,
  plaintext: Uint8Array,
  random: Random,
): Promise<SealedAtDesk & { kind: Kind }> {
  try {
    const envelope = await seal({
      key: sealKey,
      context: {
        ceremony: claims.ceremony,
        binding: sessionBinding(claims),
        challengeId: claims.challengeId,
        nonce: decodeBase64url(claims.nonce),
        deviceThumbprint: claims.deviceThumbprint,
        kind,
        sequence: claims.samples.indexOf(kind) + 1,
        total: claims.samples.length,
      },
      plaintext,
      random,
    });
    const digest = encodeBase64url(sha256(envelope));
    return { challengeId: claims.challengeId, kind, digest, envelope: new Uint8Array(envelope) };
  } finally {
    plaintext.fill(0);
  }
}
