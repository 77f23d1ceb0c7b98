import * as limits from '../../../../shared/limits.ts';
import { DeviceError } from '../device-error.ts';

/** From the best to the least: a noisy picture takes more bytes than a clean one. */
const qualities = [0.82, 0.7, 0.6, 0.5, 0.4] as const;

type Drawn = Pick<HTMLCanvasElement, 'toBlob'>;

/** Makes JPEGs of a canvas at the best quality that stays small, the least one where none does. It begins where the last ended. */
export function smallJpegs(): (canvas: Drawn) => Promise<Uint8Array> {
  let from = 0;
  return async (canvas) => {
    for (; ; from++) {
      const jpeg = await jpegOf(canvas, qualities[from]);
      if (jpeg.size <= limits.frameJpeg || from >= qualities.length - 1)
        return new Uint8Array(await jpeg.arrayBuffer());
    }
  };
}

async function jpegOf(canvas: Drawn, quality: number | undefined): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (blob === null) throw new DeviceError('camera-missing');
  return blob;
}
