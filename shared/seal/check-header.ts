import { decodeBase64url } from '../bytes/base64url.ts';
import {
  ceremonyPattern,
  challengeIdPattern,
  chunkSize,
  keyIdPattern,
  kindCodes,
  maxPaddedLength,
} from './format.ts';
import type { SealContext, SealHeader } from './types.ts';

/** The first rule of `SealContext` that is broken, or undefined. */
export function contextProblem(context: SealContext): string | undefined {
  if (!ceremonyPattern.test(context.ceremony)) return 'ceremony';
  if (context.binding.length !== 32) return 'binding';
  if (!challengeIdPattern.test(context.challengeId)) return 'challenge id';
  if (!isNonce(context)) return 'nonce';
  if (!isThumbprint(context.deviceThumbprint)) return 'device thumbprint';
  if (!Object.hasOwn(kindCodes, context.kind)) return 'kind';
  if (!isCount(context.total) || !isCount(context.sequence) || context.sequence > context.total)
    return 'sequence';
  return undefined;
}

/** The first field of a header that is out of bounds, or undefined. */
export function headerProblem(header: SealHeader): string | undefined {
  if (header.suite !== 1 && header.suite !== 17) return 'suite';
  if (!keyIdPattern.test(header.keyId)) return 'key id';
  if (header.chunkSize !== chunkSize) return 'chunk size';
  const steps = header.paddedLength / chunkSize;
  if (!Number.isInteger(steps) || steps < 1 || header.paddedLength > maxPaddedLength) return 'padded length';
  return contextProblem(header);
}

/** A challenge id and a nonce come together or not at all. */
function isNonce({ challengeId, nonce }: SealContext): boolean {
  return challengeId === '' ? nonce.length === 0 : nonce.length >= 16 && nonce.length <= 64;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 255;
}

function isThumbprint(text: string): boolean {
  try {
    return decodeBase64url(text).length === 32;
  } catch {
    return false;
  }
}
