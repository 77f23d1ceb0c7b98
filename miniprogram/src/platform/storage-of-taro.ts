import Taro from '@tarojs/taro';
import type { Storage } from './platform.ts';

/** The platform's own storage for this app. */
export const storageOfTaro: Storage = {
  async read(key) {
    const { keys } = Taro.getStorageInfoSync();
    if (!keys.includes(key)) return undefined;
    const { data } = await Taro.getStorage<unknown>({ key });
    return typeof data === 'string' ? data : undefined;
  },
  async write(key, value) {
    await Taro.setStorage({ key, data: value });
  },
  async remove(key) {
    await Taro.removeStorage({ key });
  },
};
