import { concatBytes } from '../bytes/concat.ts';
import { decodeU32, encodeU32 } from '../bytes/length-prefixed.ts';
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts';
import * as limits from '../limits.ts';

/** `u32 manifest length | manifest JSON | parts`, back to back. @throws RangeError above `longest` bytes, before any is copied */
export function joinManifest(manifest: object, parts: readonly Uint8Array[], longest: number): Uint8Array {
  const json = encodeUtf8(JSON.stringify(manifest));
  const length = parts.reduce((sum, part) => sum + part.length, 4 + json.length);
  if (json.length > limits.sampleManifest || length > longest) throw new RangeError('sample: too large');
  return concatBytes(encodeU32(json.length), json, ...parts);
}

/** @throws RangeError when there is no manifest of version 1 with exactly these members */
export function splitManifest(
  bytes: Uint8Array,
  members: readonly string[],
): { manifest: Map<string, unknown>; rest: Uint8Array } {
  const length = decodeU32(bytes, 0);
  if (length > limits.sampleManifest || 4 + length > bytes.length)
    throw new RangeError('sample: manifest length out of bounds');
  const manifest = readMembers(parseJson(bytes.subarray(4, 4 + length)), ['version', ...members]);
  if (manifest.get('version') !== 1) throw new RangeError('sample: unknown manifest version');
  return { manifest, rest: bytes.subarray(4 + length) };
}

/** @throws RangeError unless the bytes are the UTF-8 of JSON */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decodeUtf8(bytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new RangeError('sample: not JSON');
  }
}

/** @throws RangeError unless the value is an object with exactly these members */
export function readMembers(value: unknown, members: readonly string[]): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RangeError('sample: not an object');
  const found = new Map<string, unknown>(Object.entries(value));
  if (found.size !== members.length || !members.every((member) => found.has(member))) {
    throw new RangeError(`sample: expected the members ${members.join(', ')}`);
  }
  return found;
}

/** @throws RangeError unless the value is a whole number from `least` to `most` */
export function readCount(value: unknown, least: number, most: number, name: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`sample: ${name} out of bounds`);
  }
  return value;
}
