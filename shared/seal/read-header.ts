import { encodeBase64url } from '../bytes/base64url.ts';
import { equalBytes } from '../bytes/equal.ts';
import { decodeU32 } from '../bytes/length-prefixed.ts';
import { decodeUtf8 } from '../bytes/utf8.ts';
import { headerProblem } from './check-header.ts';
import { encodeHeader } from './encode-header.ts';
import { kindCodes, magic, prefixLength, version } from './format.ts';
import { SealError } from './seal-error.ts';
import { envelopeLength } from './sealed-length.ts';
import type { SealHeader, SealSuite } from './types.ts';

export interface ReadHeader {
  header: SealHeader;
  /** Magic to the end of the header, as they stand in the envelope. */
  headerBytes: Uint8Array;
  /** How long the whole envelope must be. */
  envelopeLength: number;
}

/**
 * Reads the plain part of an envelope, of which `bytes` may be the whole or the beginning. Nothing of it is authentic
 * until the envelope has been opened.
 *
 * @throws SealError `not-an-envelope`, `version-unknown`, `header-invalid`
 */
export function readHeader(bytes: Uint8Array): ReadHeader {
  if (!equalBytes(bytes.subarray(0, 4), magic))
    throw new SealError('not-an-envelope', 'seal: the magic is missing');
  if (bytes.length < prefixLength) throw invalid('prefix');
  if (bytes[4] !== version) throw new SealError('version-unknown', 'seal: another version than 1');
  const end = prefixLength + (((bytes[5] ?? 0) << 8) | (bytes[6] ?? 0));
  if (bytes.length < end) throw invalid('header length');
  const headerBytes = bytes.slice(0, end);
  const header = readFields(headerBytes.subarray(prefixLength));
  const problem = headerProblem(header);
  if (problem !== undefined) throw invalid(problem);
  if (!equalBytes(encodeHeader(header), headerBytes)) throw invalid('bytes left over or another encoding');
  return { header, headerBytes, envelopeLength: envelopeLength(header) };
}

function invalid(field: string): SealError {
  return new SealError('header-invalid', `seal: header invalid: ${field}`);
}

function readFields(fields: Uint8Array): SealHeader {
  let at = 0;
  const take = (length: number): Uint8Array => {
    if (at + length > fields.length) throw invalid('cut short');
    at += length;
    return fields.slice(at - length, at);
  };
  const byte = (): number => take(1)[0] ?? 0;
  const text = (): string => {
    const bytes = take(byte());
    if (bytes.some((value) => value < 0x21 || value > 0x7e)) throw invalid('letters');
    return decodeUtf8(bytes);
  };
  return {
    suite: suiteOf(byte()),
    keyId: text(),
    ceremony: text(),
    binding: take(32),
    challengeId: text(),
    nonce: take(byte()),
    deviceThumbprint: encodeBase64url(take(32)),
    kind: kindOf(byte()),
    sequence: byte(),
    total: byte(),
    chunkSize: decodeU32(take(4), 0),
    paddedLength: decodeU32(take(4), 0),
  };
}

function suiteOf(code: number): SealSuite {
  if (code === 1 || code === 17) return code;
  throw invalid('suite');
}

function kindOf(code: number): SealHeader['kind'] {
  switch (code) {
    case kindCodes.identity:
      return 'identity';
    case kindCodes['id-photo']:
      return 'id-photo';
    case kindCodes.face:
      return 'face';
    case kindCodes.voice:
      return 'voice';
    case kindCodes.card:
      return 'card';
    case kindCodes.pin:
      return 'pin';
    case kindCodes.kin:
      return 'kin';
    case kindCodes['kin-face']:
      return 'kin-face';
    default:
      throw invalid('kind');
  }
}
