import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { PICTURE } from '../bands.ts';
import { wholeJpeg as whole } from './whole-jpeg.ts';

const file = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../../people/p03/face/${name}`, import.meta.url)));
const wholeJpeg = (jpeg: Uint8Array) => whole(jpeg, PICTURE);
const photo = file('id-photo.jpg');
const grey = () => sharp(photo).resize(163, 217).greyscale();
const pictures = new Map<string, Buffer>([
  ['sequential, 4:2:0', await sharp(photo).resize(240, 321).jpeg().toBuffer()],
  ['sequential, 4:4:4', await sharp(photo).resize(239, 320).jpeg({ chromaSubsampling: '4:4:4' }).toBuffer()],
  ['progressive, 4:2:0', await sharp(photo).resize(241, 320).jpeg({ progressive: true }).toBuffer()],
  ['progressive, of other scans', await sharp(photo).resize(240, 320).jpeg({ mozjpeg: true }).toBuffer()],
  ['sequential, grey', await grey().jpeg().toBuffer()],
  ['progressive, grey', await grey().jpeg({ progressive: true }).toBuffer()],
  ['a frame as it was rendered', file('act-left.jpg')],
]);
const end = Buffer.from([0xff, 0xd9]);
const noise = Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * i * 31 + (i >> 3) * 7) % 251));

/** Where the coded data of the first scan begins, by its header. */
function dataOf(jpeg: Buffer): { from: number; length: number } {
  for (let at = 2; ; ) {
    const next = at + 2 + jpeg.readUInt16BE(at + 2);
    if (jpeg[at + 1] === 0xda) return { from: next, length: jpeg.length - 2 - next };
    at = next;
  }
}

/** The same damage at twenty places of the picture's data. */
function damaged(jpeg: Buffer, damage: (copy: Buffer, from: number, third: number) => Buffer): Buffer[] {
  const { from, length } = dataOf(jpeg);
  const third = Math.floor(length / 3);
  return Array.from({ length: 20 }, (_, k) =>
    damage(Buffer.from(jpeg), from + Math.floor(((k + 0.5) / 20) * (length - third)), third),
  );
}

describe.each([...pictures])('a JPEG (%s)', (_, jpeg) => {
  it('is whole as it is, and ends where its picture ends', () => {
    expect(wholeJpeg(jpeg)).toEqual(new Uint8Array(jpeg));
    expect(wholeJpeg(Buffer.concat([jpeg, noise.subarray(0, 300)]))).toEqual(new Uint8Array(jpeg));
  });

  it('is whole without its end marker, or with half of it', () => {
    for (const missing of [1, 2])
      expect(wholeJpeg(jpeg.subarray(0, jpeg.length - missing))).toEqual(new Uint8Array(jpeg));
  });

  it.each<[string, (copy: Buffer, from: number, third: number) => Buffer]>([
    ['cut', (copy, from) => copy.subarray(0, from)],
    ['cut and ended by hand', (copy, from) => Buffer.concat([copy.subarray(0, from), end])],
    ['a third of it zeroed', (copy, from, third) => copy.fill(0, from, from + third)],
    ['a third of it set to ones', (copy, from, third) => copy.fill(0xff, from, from + third)],
    ['a third of it scrambled', (copy, from, third) => copy.fill(noise.subarray(from), from, from + third)],
    [
      'a third of it left out',
      (copy, from, third) => Buffer.concat([copy.subarray(0, from), copy.subarray(from + third)]),
    ],
  ])('is not whole: %s, wherever it is damaged', (_, damage) => {
    expect(damaged(jpeg, damage).filter((copy) => wholeJpeg(copy) !== undefined)).toEqual([]);
  });
});

it('walks no picture of too many pixels, and none of too many scans', async () => {
  const jpeg = pictures.get('progressive, grey') ?? Buffer.alloc(0);
  const large = Buffer.from(jpeg);
  large.writeUInt32BE(0xfde8_fde8, large.indexOf(Buffer.from([0xff, 0xc2])) + 5);
  expect(wholeJpeg(large)).toBeUndefined();
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const refined = jpeg.subarray(last, jpeg.length - 2);
  const bomb = Buffer.concat([jpeg.subarray(0, -2), ...Array(PICTURE.maxScans).fill(refined), end]);
  expect(wholeJpeg(bomb)).toBeUndefined();
});

it('sets nothing aside for a picture that it does not read: 44 bytes that claim four billion pixels', () => {
  const four = [1, 2, 3, 4].flatMap((id) => [id, 0x44, 0]);
  const frame = [0xff, 0xc2, 0, 20, 8, 0xff, 0xff, 0xff, 0xff, 4, ...four];
  const before = process.memoryUsage().arrayBuffers;
  expect(wholeJpeg(Uint8Array.from([0xff, 0xd8, ...frame, ...end]))).toBeUndefined();
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
});
