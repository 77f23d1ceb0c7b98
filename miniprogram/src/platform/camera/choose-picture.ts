import Taro from '@tarojs/taro';
import { limits } from '../../../../shared/limits.ts';
import { takeFile } from '../storage/take-file-taro.ts';

const jpegStart = [0xff, 0xd8, 0xff] as const;

/**
 * A picture that the person chooses or takes; undefined where none was chosen.
 * @throws RangeError where it is no JPEG or too large
 */
export async function choosePicture(): Promise<Uint8Array | undefined> {
  const chosen = await Taro.chooseImage({ count: 1, sizeType: ['compressed'] }).catch(() => undefined);
  const path = chosen?.tempFilePaths[0];
  if (path === undefined) return undefined;
  const jpeg = await takeFile(path);
  const isJpeg = jpegStart.every((byte, at) => jpeg[at] === byte);
  if (!isJpeg || jpeg.length > limits.idPhoto) throw new RangeError('picture: not a JPEG of this size');
  return jpeg;
}
