import sharp from 'sharp';
import { expect, it } from 'vitest';
import { FRAMES, PICTURE } from './bands.ts';
import { readPicture } from './read-picture.ts';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c09080' } });
const jpeg = await plain(480, 640).jpeg().toBuffer();

it('decodes a JPEG at its own size', async () => {
  expect(await readPicture(jpeg)).toMatchObject({ width: 480, height: 640 });
});

it('makes a large picture small', async () => {
  expect(await readPicture(await plain(3000, 4000).jpeg().toBuffer())).toMatchObject({
    width: 480,
    height: PICTURE.workingSide,
  });
});

it('reads a JPEG without its end marker', async () => {
  expect(await readPicture(jpeg.subarray(0, -2))).toMatchObject({ width: 480, height: 640 });
});

it('turns a picture upright by its EXIF', async () => {
  const lying = await plain(640, 480).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(await readPicture(lying)).toMatchObject({ width: 480, height: 640 });
});

it('reads a grey JPEG as RGB', async () => {
  const grey = await plain(480, 640).greyscale().jpeg().toBuffer();
  expect((await readPicture(grey))?.rgb).toHaveLength(480 * 640 * 3);
});

it.each([
  ['nothing', new Uint8Array()],
  ['garbage', Uint8Array.from({ length: 5000 }, (_, i) => (i * 31) % 256)],
  [
    'garbage behind a JPEG mark',
    Uint8Array.from({ length: 5000 }, (_, i) => [0xff, 0xd8, 0xff, 0xe0][i] ?? i % 256),
  ],
  ['a PNG', await plain(480, 640).png().toBuffer()],
  ['a WebP', await plain(480, 640).webp().toBuffer()],
  ['a truncated JPEG', jpeg.subarray(0, jpeg.length / 2)],
  ['a picture of ten pixels', await plain(10, 10).jpeg().toBuffer()],
  ['a picture of too many pixels', await plain(5100, 5000).jpeg({ quality: 1 }).toBuffer()],
  ['a file of too many bytes', Buffer.concat([jpeg, new Uint8Array(PICTURE.maxBytes)])],
  ['a JPEG cut and ended by hand', Buffer.concat([jpeg.subarray(0, jpeg.length / 2), jpeg.subarray(-2)])],
])('refuses %s', async (_, bytes) => {
  expect(await readPicture(bytes)).toBeNull();
});

it('reads a frame that is progressive, as encoders write it', async () => {
  for (const options of [{ progressive: true }, { mozjpeg: true }]) {
    const frame = await sharp(jpeg).jpeg(options).toBuffer();
    expect(await readPicture(frame, FRAMES)).toMatchObject({ width: 480, height: 640 });
  }
});

it('refuses a frame of the pixels of an ID photo', async () => {
  const large = await plain(2500, 2500).jpeg().toBuffer();
  expect(await readPicture(large, FRAMES)).toBeNull();
  expect(await readPicture(large)).not.toBeNull();
});

it('refuses a header that claims 65000 x 65000 pixels', async () => {
  const bomb = Uint8Array.from(jpeg);
  const frame = bomb.findIndex((byte, index) => byte === 0xff && bomb[index + 1] === 0xc0);
  bomb.set([0xfd, 0xe8, 0xfd, 0xe8], frame + 5);
  expect(await readPicture(bomb)).toBeNull();
});
