import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64url, encodeBase64url } from '../bytes/base64url.ts';
import { concatBytes } from '../bytes/concat.ts';
import { lengthPrefixed } from '../bytes/length-prefixed.ts';
import type { ReceiptClaims } from '../contract/authority/receipts.ts';

/** What of a receipt its leaf commits to: all but the leaf itself and the report form. */
export type LeafFields = Omit<ReceiptClaims, 'salt' | 'leaf' | 'report'>;

/** RFC 6962 section 2.1: what makes the hash of a leaf that of no inner node. */
const leafPrefix = Uint8Array.of(0);

/**
 * The Merkle leaf hash (RFC 6962 section 2.1) of a session, base64url: of a 128-bit salt and the canonical summary, byte by byte in
 * README.md of this folder. Without the salt nobody can tell which session a leaf is.
 * @param salt base64url @throws RangeError where the salt is not 16 bytes of base64url
 */
export function leafOf(salt: string, fields: LeafFields): string {
  const salted = decodeBase64url(salt);
  if (salted.length !== 16) throw new RangeError('a salt has 16 bytes');
  return encodeBase64url(sha256(concatBytes(leafPrefix, salted, summaryOf(fields))));
}

function summaryOf(fields: LeafFields): Uint8Array {
  return lengthPrefixed([
    'liangzheng session leaf 1',
    fields.iss,
    fields.sandbox ? 'sandbox' : '',
    String(fields.iat),
    fields.ceremony,
    fields.sessionId,
    fields.rpId,
    fields.rpName,
    fields.counterId,
    fields.counterName,
    fields.place,
    fields.scene,
    fields.purpose,
    fields.level,
    fields.outcome,
    ...(fields.ward === undefined ? [] : [fields.ward]),
  ]);
}
