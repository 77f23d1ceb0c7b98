import sharp from 'sharp';
import { encode } from 'uqr';
import type { DrawCode } from '../../ports/ports.ts';

/** The quiet zone that readers need, in modules (ISO/IEC 18004 section 9.1). */
const quiet = 4;

/**
 * Draws a QR code with every module a whole number of pixels, so that edges stay sharp on displays that scale badly; what is left of the side
 * is white around it.
 * @throws RangeError where the side is smaller than the code has modules
 */
export const drawCode: DrawCode = async (text, size) => {
  const { data, size: modules } = encode(text, { ecc: 'M', boostEcc: true, border: quiet });
  const scale = Math.floor(size / modules);
  if (scale < 1) throw new RangeError('the picture is smaller than its code');
  const drawn = modules * scale;
  const before = Math.floor((size - drawn) / 2);
  const after = size - drawn - before;
  const pixels = Uint8Array.from(data.flat(), (dark) => (dark ? 0 : 255));
  return sharp(pixels, { raw: { width: modules, height: modules, channels: 1 } })
    .resize(drawn, drawn, { kernel: 'nearest' })
    .extend({ top: before, left: before, bottom: after, right: after, background: 'white' })
    .toColourspace('b-w')
    .png({ compressionLevel: 6 })
    .toBuffer();
};
