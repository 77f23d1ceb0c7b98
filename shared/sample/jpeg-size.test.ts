import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jpegSize } from './jpeg-size.ts';

const scripts = join(import.meta.dirname, '..', '..', 'scripts');
const photo = readFileSync(join(scripts, 'people', 'p03', 'face', 'id-photo.jpg'));

it('tells the size of a JPEG by its header, at once where it has 24 million pixels', () => {
  const large = readFileSync(join(scripts, 'checks', 'field', 'cases', 'id-photo-24MP', 'id-photo.jpg'));
  expect(jpegSize(photo)).toEqual({ width: 480, height: 640 });
  expect(jpegSize(large)).toEqual({ width: 4284, height: 5712 });
});

it.each([
  ['nothing', new Uint8Array()],
  ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
  ['a JPEG that is cut before its header', photo.subarray(0, 40)],
  [
    'a header that leads nowhere',
    Uint8Array.from({ length: 5000 }, (_, i) => [0xff, 0xd8, 0xff, 0xe0, 0, 0][i] ?? 0),
  ],
])('tells none of %s', (_, bytes) => {
  expect(jpegSize(bytes)).toBeUndefined();
});
