/**
 * Width and height of a JPEG by its first frame header (ITU-T T.81 B.2.2), before anything is decoded. Undefined where the bytes
 * are no JPEG, or have no such header.
 */
export function jpegSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const word = (at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  if (word(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 8 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xda) return undefined;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: word(at + 7), height: word(at + 5) };
    at += 2 + Math.max(2, word(at + 2));
  }
  return undefined;
}
