import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';

/** Bytes that each picture is filled up to: more than any picture of 480x640 needs. */
const place = 160 * 1024;
/** The most that one comment of a JPEG holds, its own two bytes of length included. */
const longestComment = 0xffff;

/** What the fake camera of a browser shows. */
export interface CameraFile {
  path: string;
  /** Puts this JPEG before the camera, from now on. It has the size in pixels of the first one. */
  show(jpeg: Uint8Array): void;
  close(): void;
}

/** A file for `--use-file-for-fake-video-capture`. Chromium maps it into memory, so what is written into it is seen at once. */
export function openCameraFile(path: string, first: Uint8Array): CameraFile {
  writeFileSync(path, filledUp(first));
  const file = openSync(path, 'r+');
  return {
    path,
    show: (jpeg) => void writeSync(file, filledUp(jpeg), 0, place, 0),
    close: () => closeSync(file),
  };
}

/** The same picture in exactly as many bytes as every other: with comments (ITU-T T.81, B.2.4.5) behind its first marker. */
function filledUp(jpeg: Uint8Array): Uint8Array {
  let missing = place - jpeg.length;
  if (missing < 0) throw new RangeError('the picture has no place in the camera file');
  const filled = new Uint8Array(place);
  filled.set(jpeg.subarray(0, 2));
  let at = 2;
  while (missing > 0) {
    // A comment has four bytes at least: none may be left over that is shorter.
    const rest = missing - 2 > longestComment ? Math.min(longestComment, missing - 6) : missing - 2;
    if (rest < 2) throw new RangeError('the picture cannot be filled up');
    filled.set([0xff, 0xfe, rest >> 8, rest & 0xff], at);
    at += rest + 2;
    missing -= rest + 2;
  }
  filled.set(jpeg.subarray(2), at);
  return filled;
}
