import Taro from '@tarojs/taro';
import type { KeptText } from '../platform.ts';

const key = 'preferences';

/** In the platform's storage, unencrypted: what is encrypted cannot be read before the first page is drawn. */
export const preferences: KeptText = {
  read() {
    try {
      const kept: unknown = Taro.getStorageSync(key);
      return typeof kept === 'string' && kept !== '' ? kept : undefined;
    } catch {
      return undefined;
    }
  },
  write(value) {
    Taro.setStorage({ key, data: value, fail: () => undefined });
  },
};
