import { encodeUtf8 } from '../bytes/utf8.ts';
import * as limits from '../limits.ts';

/** For what something is sealed to a receipt key: the `info` of HPKE (RFC 9180 section 5), and the bytes that all such texts take. */
export interface Box {
  info: Uint8Array;
  plaintext: number;
}

/** What is sealed for one purpose opens for no other. */
export const receiptBox: Box = { info: encodeUtf8('LZ-RECEIPT/1'), plaintext: limits.receiptPlaintext };
/** All that the authority holds of one person. */
export const exportBox: Box = { info: encodeUtf8('LZ-EXPORT/1'), plaintext: limits.exportPlaintext };

/** Bytes of the encapsulated key before what is sealed. */
export const encapsulatedLength = 32;
