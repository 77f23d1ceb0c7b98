import sharp from 'sharp';

const LARGEST_CROP = 0.02;
const LARGEST_GAIN = 0.03;

/** Encodes a frame again as the scripted camera does: a slightly other crop, exposure and JPEG quality. */
export async function retakeFrame(jpeg: Uint8Array, random: () => number): Promise<Uint8Array> {
  const { width, height } = await sharp(jpeg).metadata();
  const cut = (): number => Math.round(random() * LARGEST_CROP * Math.min(width, height));
  const [left, top, right, bottom] = [cut(), cut(), cut(), cut()];
  return sharp(jpeg)
    .extract({ left, top, width: width - left - right, height: height - top - bottom })
    .resize(width, height, { fit: 'fill' })
    .linear(1 + (random() * 2 - 1) * LARGEST_GAIN, 0)
    .jpeg({ quality: Math.round(75 + random() * 17) })
    .toBuffer();
}
