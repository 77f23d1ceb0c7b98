import { encodeHeader } from './encode-header.ts';
import { chunkSize, maxPaddedLength, tagLength, trueLengthBytes } from './format.ts';
import { SealError } from './seal-error.ts';
import { suites } from './suites.ts';
import type { SealContext, SealHeader, SealKey } from './types.ts';

/**
 * How long the envelope of a plaintext will be, to announce it before it is made.
 * @throws SealError `too-large`
 */
export function sealedLength(
  plaintextLength: number,
  key: Omit<SealKey, 'publicKey'>,
  context: SealContext,
): number {
  return envelopeLength(headerFor(plaintextLength, key, context));
}

/** How long an envelope with this header is. */
export function envelopeLength(header: SealHeader): number {
  const chunks = header.paddedLength / chunkSize;
  return (
    encodeHeader(header).length + suites[header.suite].kemLength + header.paddedLength + chunks * tagLength
  );
}

/** The header of an envelope for so many bytes. @throws SealError `too-large` */
export function headerFor(
  plaintextLength: number,
  key: Omit<SealKey, 'publicKey'>,
  context: SealContext,
): SealHeader {
  const paddedLength = Math.ceil((plaintextLength + trueLengthBytes) / chunkSize) * chunkSize;
  if (paddedLength > maxPaddedLength)
    throw new SealError('too-large', 'seal: more than an envelope may carry');
  return {
    suite: key.suite,
    keyId: key.keyId,
    ceremony: context.ceremony,
    binding: context.binding,
    challengeId: context.challengeId,
    nonce: context.nonce,
    deviceThumbprint: context.deviceThumbprint,
    kind: context.kind,
    sequence: context.sequence,
    total: context.total,
    chunkSize,
    paddedLength,
  };
}
