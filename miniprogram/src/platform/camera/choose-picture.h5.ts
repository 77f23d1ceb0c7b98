import * as limits from '../../../../shared/limits.ts';
import { PictureRefused } from './check-picture.ts';

/** From the best to the least: only a noisy picture takes more bytes than may be sent at the best. */
const qualities = [0.9, 0.75, 0.6] as const;

/**
 * A picture that the person chooses or takes, as a JPEG of a size that can be sent, whatever it was; undefined where
 * none was chosen.
 * @throws PictureRefused where it is no picture, or no quality makes it small enough
 */
export async function choosePicture(): Promise<Uint8Array | undefined> {
  const file = await chooseFile();
  if (file === undefined) return undefined;
  const picture = await createImageBitmap(file).catch(() => {
    throw new PictureRefused('unreadable');
  });
  const { width, height } = picture;
  const scale = Math.min(1, limits.idPhotoSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  for (const quality of qualities) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (blob === null) throw new PictureRefused('unreadable');
    if (blob.size <= limits.idPhoto) return new Uint8Array(await blob.arrayBuffer());
  }
  throw new PictureRefused('too-large');
}

async function chooseFile(): Promise<File | undefined> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  return await new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}
