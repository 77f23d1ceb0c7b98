import Taro from '@tarojs/taro';

const largest = 900 * 1024;
const jpegStart = [0xff, 0xd8, 0xff] as const;

/**
 * A picture that the person chooses; undefined where none was chosen.
 * @throws RangeError where it is no JPEG or too large
 */
export async function choosePicture(): Promise<Uint8Array | undefined> {
  const chosen = await Taro.chooseImage({ count: 1, sizeType: ['compressed'] }).catch(() => undefined);
  const path = chosen?.tempFilePaths[0];
  if (path === undefined) return undefined;
  const jpeg = new Uint8Array(await bytesOf(path));
  const isJpeg = jpegStart.every((byte, at) => jpeg[at] === byte);
  if (!isJpeg || jpeg.length > largest) throw new RangeError('picture: not a JPEG of this size');
  return jpeg;
}

/** Browsers hand out an address of their own; mini-programs a file. */
async function bytesOf(path: string): Promise<ArrayBuffer> {
  if (/^(blob|data):/.test(path)) return await (await fetch(path)).arrayBuffer();
  return await new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      success: ({ data }) =>
        typeof data === 'string' ? reject(new Error('picture: read as text')) : resolve(data),
      fail: reject,
    });
  });
}
