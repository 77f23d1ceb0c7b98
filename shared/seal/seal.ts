import { encodeU32 } from '../bytes/length-prefixed.ts';
import type { Random } from '../bytes/random.ts';
import { headerProblem } from './check-header.ts';
import { chunkNonce } from './chunk-nonce.ts';
import { encodeHeader } from './encode-header.ts';
import { chunkSize, tagLength, trueLengthBytes } from './format.ts';
import { SealError } from './seal-error.ts';
import { envelopeLength, headerFor } from './sealed-length.ts';
import { type ContentKey, type Suite, suites } from './suites.ts';
import type { SealContext, SealKey } from './types.ts';

export interface SealInput {
  key: SealKey;
  context: SealContext;
  plaintext: Uint8Array;
  /** Suite 1 draws 76 bytes, suite 17 draws 32. */
  random: Random;
  /** Awaited between chunks, so that a phone without threads can draw its screen. */
  breathe?: () => Promise<void>;
}

/**
 * Makes a SEAL/1 envelope (README.md of this folder). The plaintext must not change until the promise settles.
 * @throws SealError `too-large`, `context-invalid`, `key-invalid`; and whatever `random` throws
 */
export async function seal({ key, context, plaintext, random, breathe }: SealInput): Promise<Uint8Array> {
  const header = headerFor(plaintext.length, key, context);
  const problem = headerProblem(header);
  if (problem !== undefined) throw new SealError('context-invalid', `seal: context invalid: ${problem}`);
  const suite = suites[key.suite];
  const headerBytes = encodeHeader(header);
  const headerHash = suite.hash(headerBytes);
  const content = wrap(suite, key, headerHash, random);

  const envelope = new Uint8Array(envelopeLength(header));
  envelope.set(headerBytes);
  envelope.set(content.kem, headerBytes.length);
  let at = headerBytes.length + content.kem.length;
  const chunks = header.paddedLength / chunkSize;
  for (let index = 0; index < chunks; index++) {
    if (breathe) await breathe();
    const nonce = chunkNonce(content.baseNonce, index, index === chunks - 1);
    const chunk = paddedChunk(plaintext, index);
    envelope.set(suite.encrypt(content.key, nonce, headerHash, chunk), at);
    chunk.fill(0);
    at += chunkSize + tagLength;
  }
  content.key.fill(0);
  return envelope;
}

function wrap(
  suite: Suite,
  key: SealKey,
  headerHash: Uint8Array,
  random: Random,
): ContentKey & { kem: Uint8Array } {
  if (!suite.isPublicKey(key.publicKey))
    throw new SealError('key-invalid', 'seal: not a public key of its suite');
  return suite.wrap(key.publicKey, headerHash, random);
}

/** The given chunk of: true length (u32) | plaintext | zeros. */
function paddedChunk(plaintext: Uint8Array, index: number): Uint8Array {
  const chunk = new Uint8Array(chunkSize);
  if (index === 0) {
    chunk.set(encodeU32(plaintext.length));
    chunk.set(plaintext.subarray(0, chunkSize - trueLengthBytes), trueLengthBytes);
  } else {
    const start = index * chunkSize - trueLengthBytes;
    chunk.set(plaintext.subarray(start, start + chunkSize));
  }
  return chunk;
}
