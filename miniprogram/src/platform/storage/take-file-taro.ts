import Taro from '@tarojs/taro';

/** Reads a temporary file that camera or recorder wrote, and removes it: nothing of it stays on the phone. */
export async function takeFile(filePath: string): Promise<Uint8Array> {
  const files = Taro.getFileSystemManager();
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      files.readFile({
        filePath,
        success: ({ data }) => {
          if (typeof data === 'string') reject(new Error('the file was read as text'));
          else resolve(new Uint8Array(data));
        },
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      });
    });
  } finally {
    files.unlink({ filePath, success: () => undefined, fail: () => undefined });
  }
}
