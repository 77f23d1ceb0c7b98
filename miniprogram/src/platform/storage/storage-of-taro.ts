import Taro from '@tarojs/taro';
import type { Storage } from '../platform.ts';

/** How a platform encrypts what is stored: where that is asked for, whatever is stored, or not at all. */
export type Encryption = 'asked' | 'always' | 'never';

/** The platform's own storage for this app, encrypted where the platform can. */
export function storageOfTaro(encryption: Encryption): Storage {
  return itemsOfTaro(encryption);
}

/** What the platform stores by name. */
export function itemsOfTaro(encryption: Encryption): Items {
  const how = encryption === 'asked' ? { encrypt: true } : {};
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

interface Items {
  read(key: string): Promise<string | undefined>;
  write(key: string, value: string): Promise<void>;
  remove(key: string): Promise<void>;
}

/** @param encrypts always, or from a base library on (as in `2.21.3`) where that is asked for */
export function encryptionOf(encrypts: 'always' | { from: string }): Encryption {
  if (encrypts === 'always') return 'always';
  return hasLibrary(encrypts.from) ? 'asked' : 'never';
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
