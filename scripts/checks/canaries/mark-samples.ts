import { wrapPcm } from '../../../shared/sample/encode-wav.ts';
import type { Samples } from '../../stand-ins/phone/stand-in-platform.ts';

const times = 200;
const startOfImage = 2;

/**
 * What a marked camera and microphone give: a JPEG with the mark in a comment (ITU-T T.81 section B.2.4.5), over and over,
 * and a WAV whose samples are nothing but the mark.
 */
export function markSamples(jpeg: Uint8Array, frameMark: Uint8Array, soundMark: Uint8Array): Samples {
  const picture = withComment(jpeg, repeat(frameMark));
  const marked = repeat(soundMark);
  const sound = wrapPcm(marked, 16_000);
  return { frame: () => picture.slice(), recording: () => sound.slice() };
}

function withComment(jpeg: Uint8Array, comment: Uint8Array): Uint8Array {
  const length = comment.length + 2;
  return Buffer.concat([
    jpeg.subarray(0, startOfImage),
    Uint8Array.of(0xff, 0xfe, length >> 8, length & 0xff),
    comment,
    jpeg.subarray(startOfImage),
  ]);
}

function repeat(mark: Uint8Array): Uint8Array<ArrayBuffer> {
  const repeated = new Uint8Array(mark.length * times);
  for (let i = 0; i < times; i++) repeated.set(mark, i * mark.length);
  return repeated;
}
