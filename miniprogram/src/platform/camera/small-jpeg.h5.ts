import { DeviceError } from '../device-error.ts';

/**
 * Bytes of one frame: eleven of them, a whole sample of a face, stay below 200 KB on a slow network. The sandbox authority
 * decides as well by frames of half this size.
 */
const longest = 18_000;
/** From the best to the least: a noisy picture takes more bytes than a clean one. */
const qualities = [0.82, 0.7, 0.6, 0.5, 0.4] as const;

type Drawn = Pick<HTMLCanvasElement, 'toBlob'>;

/** Makes JPEGs of a canvas at the best quality that stays small, the least one where none does. It begins where the last ended. */
export function smallJpegs(): (canvas: Drawn) => Promise<Uint8Array> {
  let from = 0;
  return async (canvas) => {
    for (; ; from++) {
      const jpeg = await jpegOf(canvas, qualities[from]);
      if (jpeg.size <= longest || from >= qualities.length - 1)
        return new Uint8Array(await jpeg.arrayBuffer());
    }
  };
}

async function jpegOf(canvas: Drawn, quality: number | undefined): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (blob === null) throw new DeviceError('camera-missing');
  return blob;
}
