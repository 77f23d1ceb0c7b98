import { tagLength } from '../../../shared/seal/format.ts';
import { readHeader } from '../../../shared/seal/read-header.ts';

/** HPKE's encapsulated key, in bytes. */
const kemLength = 32;

/** The parts of an envelope of suite 17, to put them together in another way. */
export function partsOf(envelope: Uint8Array): { header: Uint8Array; kem: Uint8Array; chunks: Uint8Array[] } {
  const { headerBytes, header } = readHeader(envelope);
  const start = headerBytes.length + kemLength;
  const record = header.chunkSize + tagLength;
  const chunks: Uint8Array[] = [];
  for (let at = start; at < envelope.length; at += record) chunks.push(envelope.slice(at, at + record));
  return { header: headerBytes, kem: envelope.slice(headerBytes.length, start), chunks };
}

/** An envelope of these parts. */
export function joinParts(...parts: (Uint8Array | Uint8Array[])[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts.flat()));
}
