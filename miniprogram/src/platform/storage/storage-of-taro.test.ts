import { beforeEach, describe, expect, it, vi } from 'vitest';

const phone = vi.hoisted(() => ({ version: '', asked: [] as object[], stored: new Map<string, string>() }));

vi.mock('@tarojs/taro', () => ({
  default: {
    getSystemInfoSync: () => ({ SDKVersion: phone.version }),
    getStorageInfoSync: () => ({ keys: [...phone.stored.keys()] }),
    getStorage: async (call: { key: string }) => {
      phone.asked.push(call);
      return { data: phone.stored.get(call.key) };
    },
    setStorage: async (call: { key: string; data: string }) => {
      phone.asked.push(call);
      phone.stored.set(call.key, call.data);
    },
    removeStorage: async ({ key }: { key: string }) => void phone.stored.delete(key),
  },
}));

const { storageOfTaro } = await import('./storage-of-taro.ts');

beforeEach(() => {
  phone.asked = [];
  phone.stored.clear();
});

describe('the storage of a mini-program', () => {
  it('gives back what was written, until it is removed', async () => {
    const storage = storageOfTaro();
    expect(await storage.read('device-key')).toBeUndefined();
    await storage.write('device-key', 'abc');
    expect(await storage.read('device-key')).toBe('abc');
    await storage.remove('device-key');
    expect(await storage.read('device-key')).toBeUndefined();
  });

  it.each([
    ['2.21.3', true],
    ['3.0', true],
    ['2.9.0', false],
    ['', false],
  ])('with base library %j is encrypted: %s, compared number by number', async (version, encrypted) => {
    phone.version = version;
    const storage = storageOfTaro('2.21.3');
    await storage.write('device-key', 'abc');
    await storage.read('device-key');
    expect(phone.asked.map((call) => 'encrypt' in call)).toEqual([encrypted, encrypted]);
  });

  it('is plain where no base library encrypts', async () => {
    phone.version = '9.0.0';
    await storageOfTaro().write('device-key', 'abc');
    expect(phone.asked).toEqual([{ key: 'device-key', data: 'abc' }]);
  });
});
