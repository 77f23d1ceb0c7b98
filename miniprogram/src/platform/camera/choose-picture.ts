import Taro from '@tarojs/taro';
import * as limits from '../../../../shared/limits.ts';
import { jpegSize } from '../../../../shared/sample/jpeg-size.ts';
import { takeFile } from '../storage/take-file-taro.ts';
import { checkPicture } from './check-picture.ts';

/**
 * A picture that the person chooses or takes, made smaller by the platform where it is large and the platform can; undefined
 * where none was chosen.
 * @throws PictureRefused where it is no JPEG, or too large all the same
 */
export async function choosePicture(): Promise<Uint8Array | undefined> {
  const chosen = await Taro.chooseImage({ count: 1, sizeType: ['compressed'] }).catch(() => undefined);
  const path = chosen?.tempFilePaths[0];
  if (path === undefined) return undefined;
  const smaller = await smallerOf(path);
  const jpeg = await takeFile(path);
  const size = jpegSize(jpeg);
  const fits = size !== undefined && Math.max(size.width, size.height) <= limits.idPhotoSide;
  if (smaller === undefined) return checkPicture(jpeg);
  const compressed = await takeFile(smaller);
  return checkPicture(fits && jpeg.length <= limits.idPhoto ? jpeg : compressed);
}

/** A compressed copy of the file; undefined where the platform makes none. */
async function smallerOf(path: string): Promise<string | undefined> {
  try {
    const { tempFilePath } = await Taro.compressImage({
      src: path,
      quality: 80,
      compressedWidth: limits.idPhotoSide,
    });
    return tempFilePath === path ? undefined : tempFilePath;
  } catch {
    return undefined;
  }
}
