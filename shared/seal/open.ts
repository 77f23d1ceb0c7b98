import { equalBytes } from '../bytes/equal.ts';
import { decodeU32 } from '../bytes/length-prefixed.ts';
import { contextProblem } from './check-header.ts';
import { chunkNonce } from './chunk-nonce.ts';
import { chunkSize, tagLength, trueLengthBytes } from './format.ts';
import { readHeader } from './read-header.ts';
import { SealError } from './seal-error.ts';
import { type ContentKey, type Suite, suites } from './suites.ts';
import type { SealContext, SealHeader, SealPrivateKey } from './types.ts';

export interface OpenInput {
  envelope: Uint8Array;
  privateKey: SealPrivateKey;
  /** What the sample must be bound to, from the opener's own records, never from the envelope. */
  expected: SealContext;
}

/**
 * Opens a SEAL/1 envelope. Not a byte of plaintext comes out unless all chunks are there, in order and unchanged.
 * @throws SealError with any code except `too-large`
 */
export function open({ envelope: given, privateKey, expected }: OpenInput): Uint8Array {
  // A Node Buffer is a Uint8Array whose slice is no copy.
  const envelope = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  const { header, headerBytes, envelopeLength } = readHeader(envelope);
  if (header.keyId !== privateKey.keyId || header.suite !== privateKey.suite) {
    throw new SealError('wrong-key', 'seal: sealed to another key');
  }
  checkContext(header, expected);
  if (envelope.length !== envelopeLength)
    throw new SealError('length-mismatch', 'seal: bytes missing or left over');

  const suite = suites[header.suite];
  const headerHash = suite.hash(headerBytes);
  const body = envelope.subarray(headerBytes.length + suite.kemLength);
  const kem = envelope.slice(headerBytes.length, headerBytes.length + suite.kemLength);
  const content = unwrap(suite, privateKey, headerHash, kem);
  const padded = openChunks(suite, content, headerHash, body, header.paddedLength);
  content.key.fill(0);
  return unpad(padded);
}

function checkContext(header: SealHeader, expected: SealContext): void {
  const problem = contextProblem(expected);
  if (problem !== undefined) throw new SealError('context-invalid', `seal: context invalid: ${problem}`);
  const same =
    header.ceremony === expected.ceremony &&
    equalBytes(header.binding, expected.binding) &&
    header.challengeId === expected.challengeId &&
    equalBytes(header.nonce, expected.nonce) &&
    header.deviceThumbprint === expected.deviceThumbprint &&
    header.kind === expected.kind &&
    header.sequence === expected.sequence &&
    header.total === expected.total;
  if (!same) throw new SealError('context-mismatch', 'seal: sealed for something else');
}

function unwrap(
  suite: Suite,
  { privateKey }: SealPrivateKey,
  headerHash: Uint8Array,
  kem: Uint8Array,
): ContentKey {
  if (privateKey.length !== 32) throw new SealError('key-invalid', 'seal: a private key has 32 bytes');
  try {
    return suite.unwrap(privateKey, headerHash, kem);
  } catch {
    throw new SealError('tampered', 'seal: the wrapped key does not open');
  }
}

function openChunks(
  suite: Suite,
  { key, baseNonce }: ContentKey,
  headerHash: Uint8Array,
  body: Uint8Array,
  paddedLength: number,
): Uint8Array {
  const padded = new Uint8Array(paddedLength);
  const chunks = paddedLength / chunkSize;
  const recordLength = chunkSize + tagLength;
  try {
    for (let index = 0; index < chunks; index++) {
      const nonce = chunkNonce(baseNonce, index, index === chunks - 1);
      const record = body.slice(index * recordLength, (index + 1) * recordLength);
      padded.set(suite.decrypt(key, nonce, headerHash, record), index * chunkSize);
    }
  } catch {
    padded.fill(0);
    throw new SealError('tampered', 'seal: a chunk does not open');
  }
  return padded;
}

/** Undoes: true length (u32) | plaintext | zeros, with less than one step of zeros. */
function unpad(padded: Uint8Array): Uint8Array {
  const end = trueLengthBytes + decodeU32(padded, 0);
  const zeros = padded.subarray(end);
  if (end > padded.length || zeros.length >= chunkSize || zeros.some((byte) => byte !== 0)) {
    throw new SealError('padding-invalid', 'seal: padded in a way that SEAL/1 does not allow');
  }
  return padded.slice(trueLengthBytes, end);
}
