/**
 * The nonce of one chunk (STREAM, Hoang, Reyhanitabar, Rogaway, Vizár 2015): the base nonce, XORed in its last five
 * bytes with the chunk's number (u32, big-endian, from 0) and with 1 for the last chunk, else 0.
 */
export function chunkNonce(baseNonce: Uint8Array, index: number, last: boolean): Uint8Array {
  const nonce = baseNonce.slice();
  const suffix = [index >>> 24, index >>> 16, index >>> 8, index, last ? 1 : 0];
  suffix.forEach((value, i) => {
    nonce[7 + i] = (nonce[7 + i] ?? 0) ^ (value & 0xff);
  });
  return nonce;
}
