import { DeviceError } from './device-error.ts';
import { phoneClock } from './phone-clock.ts';
import type { Platform } from './platform.ts';
import { requestByTaro } from './request-by-taro.ts';
import { storageOfTaro } from './storage-of-taro.ts';

/** A browser, or the web view of another app. */
export function openPlatform(): Platform {
  return {
    clock: phoneClock,
    randomBytes: async (length) => crypto.getRandomValues(new Uint8Array(length)),
    request: requestByTaro,
    loginCode: async () => {
      throw new DeviceError('login-refused');
    },
    storage: storageOfTaro,
    openCamera: async () => {
      throw new DeviceError('camera-missing');
    },
    record: async () => {
      throw new DeviceError('microphone-missing');
    },
    onHide(listener) {
      const heed = (): void => {
        if (document.visibilityState === 'hidden') listener();
      };
      document.addEventListener('visibilitychange', heed);
      return () => document.removeEventListener('visibilitychange', heed);
    },
  };
}
