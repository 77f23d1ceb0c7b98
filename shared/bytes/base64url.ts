const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The value of each ASCII letter; 255 for those outside the alphabet. */
const values = new Uint8Array(128).fill(255);
for (let value = 0; value < 64; value++) values[alphabet.charCodeAt(value)] = value;

/** base64url without padding (RFC 4648 section 5). */
export function encodeBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const rest = bytes.length - i;
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += alphabet.charAt(group >>> 18) + alphabet.charAt((group >>> 12) & 63);
    if (rest > 1) text += alphabet.charAt((group >>> 6) & 63);
    if (rest > 2) text += alphabet.charAt(group & 63);
  }
  return text;
}

/**
 * The only bytes that `encodeBase64url` turns into this text. Every text of base64url that comes from outside is read by this and nothing
 * else, so that what is signed, stored or compared has one spelling.
 * @throws RangeError on padding, white space, other letters, impossible lengths and trailing bits that are not zero
 */
export function decodeBase64url(text: string): Uint8Array {
  const over = text.length % 4;
  if (over === 1) throw new RangeError('base64url: impossible length');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let at = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < text.length; i++) {
    const value = values[text.charCodeAt(i)] ?? 255;
    if (value === 255) throw new RangeError('base64url: letter outside the alphabet');
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >>> bits) & 0xff;
    }
  }
  if ((held & ((1 << bits) - 1)) !== 0) throw new RangeError('base64url: trailing bits are not zero');
  return bytes;
}
