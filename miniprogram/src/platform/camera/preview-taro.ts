import type Taro from '@tarojs/taro';
import { takeFile } from '../storage/take-file-taro.ts';
import type { MountedCamera } from './mounted-camera.ts';

/** The camera of a Camera component on the page, which runs for as long as that is there. */
export function previewOf(context: Taro.CameraContext): MountedCamera {
  return {
    start: async () => undefined,
    async shoot() {
      const path = await new Promise<string>((resolve, reject) => {
        context.takePhoto({
          quality: 'low',
          success: ({ tempImagePath }) => resolve(tempImagePath),
          fail: ({ errMsg }) => reject(new Error(errMsg)),
        });
      });
      return await takeFile(path);
    },
    stop: () => undefined,
  };
}
