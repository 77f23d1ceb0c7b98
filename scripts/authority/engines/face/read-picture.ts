import sharp from 'sharp';
import { PICTURE, type PictureBounds } from './bands.ts';
import { wholeJpeg } from './jpeg/whole-jpeg.ts';

/** A decoded picture: 8-bit RGB, row by row, without EXIF and turned upright. */
export interface Picture {
  rgb: Uint8Array;
  width: number;
  height: number;
}

const startsAsJpeg = (bytes: Uint8Array): boolean =>
  bytes.length > 4 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/**
 * Decodes one JPEG of a sample at working size. Bytes, pixels and scans are limited before anything is decoded.
 * Returns null for whatever is no plain JPEG of a sensible size with all of its picture data; its end marker may be missing.
 */
export async function readPicture(
  jpeg: Uint8Array,
  bounds: PictureBounds = PICTURE,
): Promise<Picture | null> {
  if (!startsAsJpeg(jpeg) || jpeg.length > PICTURE.maxBytes) return null;
  const whole = wholeJpeg(jpeg, bounds);
  if (whole === undefined) return null;
  try {
    const source = sharp(whole, { failOn: 'error', limitInputPixels: bounds.maxPixels });
    const { format, width, height } = await source.metadata();
    if (format !== 'jpeg' || Math.min(width, height) < PICTURE.minSide) return null;
    const { data, info } = await source
      .autoOrient()
      .resize(PICTURE.workingSide, PICTURE.workingSide, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) return null;
    return { rgb: data, width: info.width, height: info.height };
  } catch {
    return null;
  }
}
