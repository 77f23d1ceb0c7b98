/** EXIF orientation (TIFF 6.0 tag 274): mirrored left to right. */
const MIRRORED = 2;
/** APP1 of a JPEG that says nothing but the orientation: one entry, big-endian. */
const APP1 = [
  ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
  ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01],
  ...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, MIRRORED, 0x00, 0x00],
  ...[0x00, 0x00, 0x00, 0x00],
];
/** Each orientation (1 to 8) of a picture that is mirrored besides, across what was upright. */
const MIRROR_OF = [2, 1, 4, 3, 6, 5, 8, 7];

/**
 * A JPEG that its camera took as a mirror, told to be shown as the camera saw it: by its EXIF orientation, without touching a
 * pixel. One that has an orientation already gets the mirror of that. The bytes are changed in place where that is enough.
 */
export function unmirrorJpeg(jpeg: Uint8Array): Uint8Array {
  const at = placeOfOrientation(jpeg);
  if (at === undefined) {
    const told = new Uint8Array(jpeg.length + APP1.length);
    told.set(jpeg.subarray(0, 2));
    told.set(APP1, 2);
    told.set(jpeg.subarray(2), 2 + APP1.length);
    jpeg.fill(0);
    return told;
  }
  jpeg[at] = MIRROR_OF[(jpeg[at] ?? 1) - 1] ?? MIRRORED;
  return jpeg;
}

/** Where the low byte of the orientation stands; undefined where there is none. */
function placeOfOrientation(jpeg: Uint8Array): number | undefined {
  const word = (at: number): number => ((jpeg[at] ?? 0) << 8) | (jpeg[at + 1] ?? 0);
  for (let at = 2; word(at) >= 0xffe0 && word(at) <= 0xffef; at += 2 + Math.max(2, word(at + 2))) {
    if (word(at) !== 0xffe1 || word(at + 4) !== 0x4578) continue;
    const tiff = at + 10;
    const little = word(tiff) === 0x4949;
    const short = (place: number): number =>
      little ? (jpeg[place] ?? 0) | ((jpeg[place + 1] ?? 0) << 8) : word(place);
    const entries = tiff + short(tiff + (little ? 4 : 6));
    for (let k = 0; k < Math.min(short(entries), 64); k++) {
      const entry = entries + 2 + 12 * k;
      if (short(entry) === 0x0112 && entry + 10 <= jpeg.length) return entry + (little ? 8 : 9);
    }
  }
  return undefined;
}
