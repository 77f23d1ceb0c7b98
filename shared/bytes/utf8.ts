/**
 * UTF-8 for runtimes that have no TextEncoder.
 * @throws RangeError on half of a surrogate pair, which has no UTF-8 form
 */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    if (point >= 0xd800 && point <= 0xdfff) throw new RangeError('utf-8: half of a surrogate pair');
    if (point < 0x80) {
      bytes[at++] = point;
      continue;
    }
    const trailing = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    const mark = trailing === 1 ? 0xc0 : trailing === 2 ? 0xe0 : 0xf0;
    bytes[at++] = mark | (point >>> (6 * trailing));
    for (let left = trailing - 1; left >= 0; left--) bytes[at++] = 0x80 | ((point >>> (6 * left)) & 0x3f);
  }
  return bytes.slice(0, at);
}

/**
 * The text of well-formed UTF-8 (RFC 3629). A byte order mark is kept as a letter.
 * @throws RangeError on overlong forms, surrogates, code points above U+10FFFF and cut sequences
 */
export function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at++] ?? 0;
    if (first < 0x80) {
      text += String.fromCharCode(first);
      continue;
    }
    const trailing = trailingBytes(first);
    let point = first & (0x3f >>> trailing);
    for (let left = trailing; left > 0; left--) {
      const next = bytes[at++];
      if (next === undefined || (next & 0xc0) !== 0x80) throw new RangeError('utf-8: cut sequence');
      point = (point << 6) | (next & 0x3f);
    }
    text += String.fromCodePoint(checkPoint(point, trailing));
  }
  return text;
}

function trailingBytes(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 1;
  if (first >= 0xe0 && first <= 0xef) return 2;
  if (first >= 0xf0 && first <= 0xf4) return 3;
  throw new RangeError('utf-8: not a first byte');
}

function checkPoint(point: number, trailing: number): number {
  const least = trailing === 1 ? 0x80 : trailing === 2 ? 0x800 : 0x10000;
  if (point < least) throw new RangeError('utf-8: overlong form');
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
    throw new RangeError('utf-8: no such code point');
  return point;
}
