import Taro from '@tarojs/taro';
import type { Storage } from '../platform.ts';

/**
 * The platform's own storage for this app. From the base library `encryptsFrom` on (as in `2.21.3`), what is written and
 * read goes through the platform's encryption.
 */
export function storageOfTaro(encryptsFrom?: string): Storage {
  const how = encryptsFrom !== undefined && hasLibrary(encryptsFrom) ? { encrypt: true } : {};
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

/** Whether the base library is at least a version; one that cannot be read is none. */
function hasLibrary(least: string): boolean {
  const { SDKVersion = '' } = Taro.getSystemInfoSync();
  const own = SDKVersion.split('.').map(Number);
  for (const [i, part] of least.split('.').map(Number).entries()) {
    const difference = (own[i] ?? 0) - part;
    if (difference !== 0) return difference > 0;
  }
  return true;
}
