import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { unmirrorJpeg } from './unmirror-jpeg.ts';

const people = join(import.meta.dirname, '..', '..', '..', '..', 'scripts', 'people');
const frame = readFileSync(join(people, 'p01', 'face', 'act-left.jpg'));
const seen = (jpeg: Uint8Array) => sharp(jpeg).autoOrient().raw().toBuffer();

it('shows a mirrored picture as the camera saw it, without touching a pixel', async () => {
  const mirrored = await sharp(frame).flop().jpeg({ quality: 90 }).toBuffer();
  const unmirrored = unmirrorJpeg(Uint8Array.from(mirrored));
  expect(await seen(unmirrored)).toEqual(await sharp(mirrored).flop().raw().toBuffer());
  expect(await seen(unmirrorJpeg(unmirrored))).toEqual(await seen(mirrored));
});

it.each([1, 2, 3, 4, 5, 6, 7, 8])('heeds the orientation %i that the picture has', async (orientation) => {
  const upright = await sharp(frame).resize(48, 64).png().toBuffer();
  const lying = await sharp(upright).withMetadata({ orientation }).jpeg().toBuffer();
  const mirrored = await sharp(await seen(lying), {
    raw: { width: orientation > 4 ? 64 : 48, height: orientation > 4 ? 48 : 64, channels: 3 },
  })
    .flop()
    .raw()
    .toBuffer();
  expect(await seen(unmirrorJpeg(Uint8Array.from(lying)))).toEqual(mirrored);
});
