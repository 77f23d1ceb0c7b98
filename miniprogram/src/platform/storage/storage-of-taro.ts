import Taro from '@tarojs/taro';
import type { Storage } from '../platform.ts';

/** The platform's own storage for this app. `encrypt`: whether what is written and read goes through its encryption. */
export function storageOfTaro({ encrypt }: { encrypt: boolean }): Storage {
  const how = encrypt ? { encrypt } : {};
  return {
    async read(key) {
      const { keys } = Taro.getStorageInfoSync();
      if (!keys.includes(key)) return undefined;
      const { data } = await Taro.getStorage<unknown>({ key, ...how });
      return typeof data === 'string' ? data : undefined;
    },
    async write(key, value) {
      await Taro.setStorage({ key, data: value, ...how });
    },
    async remove(key) {
      await Taro.removeStorage({ key });
    },
  };
}
