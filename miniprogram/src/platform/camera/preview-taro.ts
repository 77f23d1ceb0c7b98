import type Taro from '@tarojs/taro';
import { takeFile } from '../storage/take-file-taro.ts';
import type { MountedCamera } from './mounted-camera.ts';
import { unmirrorJpeg } from './unmirror-jpeg.ts';

/**
 * Whether `takePhoto` of a front camera gives the picture as the camera sees it, or as a mirror. `unless-told`: a mirror, which
 * `selfieMirror: false` switches off.
 */
export type Mirror = 'no' | 'yes' | 'unless-told';

/** WeChat's option from 2.22.0 on; Taro's types do not have it. */
interface MirrorOption {
  selfieMirror?: boolean;
}

/**
 * The camera of a Camera component on the page, which runs for as long as that is there. Its pictures are as the camera sees
 * them: a turn to the own left is one to the left of the person, on every phone.
 */
export function previewOf(context: Taro.CameraContext, mirror: Mirror): MountedCamera {
  return {
    start: async () => undefined,
    async shoot() {
      const path = await new Promise<string>((resolve, reject) => {
        const option: Taro.CameraContext.TakePhotoOption & MirrorOption = {
          quality: 'low',
          success: ({ tempImagePath }) => resolve(tempImagePath),
          fail: ({ errMsg }) => reject(new Error(errMsg)),
        };
        if (mirror === 'unless-told') option.selfieMirror = false;
        context.takePhoto(option);
      });
      const jpeg = await takeFile(path);
      return mirror === 'yes' ? unmirrorJpeg(jpeg) : jpeg;
    },
    stop: () => undefined,
  };
}
