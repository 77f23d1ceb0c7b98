import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { sketchOf } from '../../../platform/sight/sight.ts';

const scripts = join(import.meta.dirname, '..', '..', '..', '..', '..', 'scripts');

/** The sketch of a picture, as a phone's camera would show it after `change`. */
export async function sketchAfter(
  jpeg: Uint8Array,
  change: (picture: Sharp) => Sharp = (it) => it,
): Promise<Uint8Array> {
  const { data, info } = await sharp(await change(sharp(jpeg)).jpeg().toBuffer())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const sketch = sketchOf({ data, width: info.width, height: info.height });
  if (sketch === undefined) throw new Error('no sketch');
  return sketch;
}

/** Every picture that a synthetic citizen's own camera took, by name. */
export function selfies(): { name: string; jpeg: Uint8Array }[] {
  const people = join(scripts, 'people');
  return readdirSync(people)
    .filter((name) => /^p\d+$/.test(name))
    .flatMap((person) =>
      readdirSync(join(people, person, 'face'))
        .filter((file) => file !== 'id-photo.jpg')
        .map((file) => ({
          name: `${person}/${file}`,
          jpeg: readFileSync(join(people, person, 'face', file)),
        })),
    );
}

/** A citizen filmed by the phone's camera, ten frames for each second. */
export function film(person: 'p01' | 'p02' | 'p09'): Uint8Array[] {
  return splitMjpeg(
    readFileSync(join(scripts, 'checks', 'h5-runs', 'fake-devices', `${person}-camera.mjpeg`)),
  );
}

/** The pictures of an MJPEG stream: each from its start marker (FF D8) to its end marker (FF D9). */
function splitMjpeg(stream: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 0; ; ) {
    const start = stream.indexOf(Buffer.from([0xff, 0xd8]), at);
    const end = stream.indexOf(Buffer.from([0xff, 0xd9]), start + 2);
    if (start < 0 || end < 0) return frames;
    frames.push(stream.subarray(start, end + 2));
    at = end + 2;
  }
}
