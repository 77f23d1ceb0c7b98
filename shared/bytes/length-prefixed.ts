import { concatBytes } from './concat.ts';
import { encodeUtf8 } from './utf8.ts';

/**
 * Joins fields so that no two lists of fields give the same bytes: each is preceded by its length (u32, big-endian).
 * Texts count as UTF-8.
 */
export function lengthPrefixed(fields: readonly (string | Uint8Array)[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const field of fields) {
    const bytes = typeof field === 'string' ? encodeUtf8(field) : field;
    parts.push(encodeU32(bytes.length), bytes);
  }
  return concatBytes(...parts);
}

/** Four bytes, big-endian. @throws RangeError unless the value is a whole number below 2^32 */
export function encodeU32(value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff)
    throw new RangeError('not an unsigned 32-bit number');
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

/** Reads four bytes, big-endian. @throws RangeError when they are not there */
export function decodeU32(bytes: Uint8Array, offset: number): number {
  if (offset < 0 || offset + 4 > bytes.length) throw new RangeError('no 32-bit number there');
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset);
}
