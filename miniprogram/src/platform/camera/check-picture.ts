import * as limits from '../../../../shared/limits.ts';
import { jpegSize } from '../../../../shared/sample/jpeg-size.ts';

/** Why a picture that was chosen cannot be sent; the person chooses another one. */
export class PictureRefused extends Error {
  override readonly name = 'PictureRefused';
  readonly why: 'unreadable' | 'too-large';
  constructor(why: PictureRefused['why']) {
    super(why);
    this.why = why;
  }
}

/** The picture, if it is a JPEG with no more bytes and pixels than the authority takes. @throws PictureRefused */
export function checkPicture(jpeg: Uint8Array): Uint8Array {
  const size = jpegSize(jpeg);
  if (size === undefined) throw new PictureRefused('unreadable');
  const tooLarge = jpeg.length > limits.idPhoto || size.width * size.height > limits.idPhotoPixels;
  if (tooLarge) throw new PictureRefused('too-large');
  return jpeg;
}
