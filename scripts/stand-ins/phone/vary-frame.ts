import { randomInt } from 'node:crypto';
import sharp from 'sharp';

/** The longer side of what a phone's camera hands to a mini-program. */
const longestSide = 640;

/** One picture as a camera would take it: never the same exposure, crop or bytes twice. */
export async function varyFrame(picture: Uint8Array): Promise<Uint8Array> {
  const upright = await sharp(picture).rotate().toBuffer({ resolveWithObject: true });
  const { width, height } = upright.info;
  const cut = between(0.01, 0.02);
  const cropped = { width: Math.round(width * (1 - cut)), height: Math.round(height * (1 - cut)) };
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const jpeg = await sharp(upright.data)
    .extract({
      ...cropped,
      left: randomInt(width - cropped.width + 1),
      top: randomInt(height - cropped.height + 1),
    })
    .resize(Math.round(width * scale), Math.round(height * scale), { fit: 'fill' })
    .linear(between(0.97, 1.03), 0)
    .jpeg({ quality: randomInt(84, 91) })
    .toBuffer();
  return new Uint8Array(jpeg);
}

function between(least: number, most: number): number {
  return least + (randomInt(1_000_001) / 1_000_000) * (most - least);
}
