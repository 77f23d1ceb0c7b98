import { decodeBase64url } from '../bytes/base64url.ts';
import { concatBytes } from '../bytes/concat.ts';
import { encodeU32 } from '../bytes/length-prefixed.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { kindCodes, magic, version } from './format.ts';
import type { SealHeader } from './types.ts';

/** Magic, version, header length and header: the bytes that every chunk is bound to. Takes a checked header. */
export function encodeHeader(header: SealHeader): Uint8Array {
  const fields = concatBytes(
    Uint8Array.of(header.suite),
    short(encodeUtf8(header.keyId)),
    short(encodeUtf8(header.ceremony)),
    header.binding,
    short(encodeUtf8(header.challengeId)),
    short(header.nonce),
    decodeBase64url(header.deviceThumbprint),
    Uint8Array.of(kindCodes[header.kind], header.sequence, header.total),
    encodeU32(header.chunkSize),
    encodeU32(header.paddedLength),
  );
  return concatBytes(magic, Uint8Array.of(version, fields.length >>> 8, fields.length & 0xff), fields);
}

/** One length byte, then the bytes. */
function short(bytes: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(bytes.length), bytes);
}
