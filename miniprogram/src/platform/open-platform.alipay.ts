import Taro from '@tarojs/taro';
import { DeviceError } from './device-error.ts';
import { phoneClock } from './phone-clock.ts';
import type { Platform } from './platform.ts';
import { requestByTaro } from './request-by-taro.ts';
import { storageOfTaro } from './storage-of-taro.ts';

/** Alipay. Its documents name no source of randomness, so there is none until one is confirmed on a device. */
export function openPlatform(): Platform {
  return {
    clock: phoneClock,
    randomBytes: async (length) => {
      throw new Error(`no source for ${length} random bytes`);
    },
    request: requestByTaro,
    loginCode: async () => {
      const { code } = await Taro.login();
      return { platform: 'alipay', code };
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
