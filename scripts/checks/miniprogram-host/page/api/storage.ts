import { call } from './call.ts';

interface Entry {
  key: string;
  data?: unknown;
}

const keys = () => Object.keys(localStorage);
const info = () => ({ keys: keys(), currentSize: 1, limitSize: 10_240, success: true });

function read(key: string): unknown {
  const text = localStorage.getItem(key);
  return text === null ? undefined : JSON.parse(text);
}

function write({ key, data }: Entry): object {
  localStorage.setItem(key, JSON.stringify(data));
  return { success: true };
}

function remove(key: string): object {
  localStorage.removeItem(key);
  return { success: true };
}

/** The app's storage, as WeChat and Alipay each have it; it outlives a reload of the page. */
export function storageApi(target: 'weapp' | 'alipay'): Record<string, unknown> {
  const wechat = {
    getStorage: call('getStorage', ({ key }: Entry) => {
      if (!keys().includes(key)) throw new Error('data not found');
      return { data: read(key) };
    }),
    getStorageSync: (key: string) => read(key) ?? '',
    setStorageSync: (key: string, data: unknown) => void write({ key, data }),
    removeStorageSync: (key: string) => void remove(key),
  };
  const alipay = {
    getStorage: call('getStorage', ({ key }: Entry) => ({ data: read(key) ?? null })),
    getStorageSync: ({ key }: Entry) => ({ data: read(key) ?? null, success: true }),
    setStorageSync: write,
    removeStorageSync: ({ key }: Entry) => remove(key),
  };
  return {
    setStorage: call('setStorage', write),
    removeStorage: call('removeStorage', ({ key }: Entry) => remove(key)),
    getStorageInfo: call('getStorageInfo', info),
    getStorageInfoSync: info,
    ...(target === 'weapp' ? wechat : alipay),
  };
}
