import Taro from '@tarojs/taro';
import { DeviceError } from './device-error.ts';
import { phoneClock } from './phone-clock.ts';
import type { Platform } from './platform.ts';
import { requestByTaro } from './request-by-taro.ts';
import { storageOfTaro } from './storage-of-taro.ts';

/** WeChat. */
export function openPlatform(): Platform {
  return {
    clock: phoneClock,
    randomBytes: async (length) => {
      const { randomValues } = await Taro.getRandomValues({ length });
      return new Uint8Array(randomValues);
    },
    request: requestByTaro,
    loginCode: async () => {
      const { code } = await Taro.login();
      return { platform: 'wechat', code };
    },
    storage: storageOfTaro,
    openCamera: async () => {
      throw new DeviceError('camera-missing');
    },
    record: async () => {
      throw new DeviceError('microphone-missing');
    },
    onHide(listener) {
      Taro.onAppHide(listener);
      return () => Taro.offAppHide(listener);
    },
  };
}
