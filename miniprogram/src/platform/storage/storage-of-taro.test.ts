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

const { encryptionOf, storageOfTaro } = await import('./storage-of-taro.ts');
const { vaultOfTaro } = await import('./vault-taro.ts');

beforeEach(() => {
  phone.asked = [];
  phone.stored.clear();
});

describe('the storage of a mini-program', () => {
  it('gives back what was written, until it is removed', async () => {
    const storage = storageOfTaro('never');
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
    const storage = storageOfTaro(encryptionOf({ from: '2.21.3' }));
    await storage.write('device-key', 'abc');
    await storage.read('device-key');
    expect(phone.asked.map((call) => 'encrypt' in call)).toEqual([encrypted, encrypted]);
  });

  it('is encrypted by the platform itself, unasked, where it always is', async () => {
    await storageOfTaro(encryptionOf('always')).write('device-key', 'abc');
    expect(phone.asked).toEqual([{ key: 'device-key', data: 'abc' }]);
  });
});

describe('the vault of a mini-program', () => {
  it('is written and read encrypted, and gone when it is removed', async () => {
    const vault = vaultOfTaro('asked');
    await vault?.write('receipts of somebody');
    expect(await vault?.read()).toBe('receipts of somebody');
    expect(phone.asked.every((call) => 'encrypt' in call)).toBe(true);
    await vault?.remove();
    expect(await vault?.read()).toBeUndefined();
  });

  it('is none where nothing is encrypted', () => {
    phone.version = '2.9.0';
    expect(vaultOfTaro(encryptionOf({ from: '2.21.3' }))).toBeUndefined();
  });
});
