/** Pixels of the longer side: a face on it is well above what the authority needs. */
const longestSide = 1_280;
const quality = 0.9;

/**
 * A picture that the person chooses or takes, as a JPEG of a size that can be sent, whatever it was; undefined where
 * none was chosen.
 * @throws DOMException or RangeError where it is no picture
 */
export async function choosePicture(): Promise<Uint8Array | undefined> {
  const file = await chooseFile();
  if (file === undefined) return undefined;
  const picture = await createImageBitmap(file);
  const { width, height } = picture;
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (blob === null) throw new RangeError('picture: cannot be drawn');
  return new Uint8Array(await blob.arrayBuffer());
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
