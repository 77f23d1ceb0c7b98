import { describe, expect, it, vi } from 'vitest';
import { encodeUtf8 } from '../../../../shared/bytes/utf8.ts';
import { type Locked, type LockedStore, vaultUnderKey } from './vault-under-key.ts';

const secret = '云栖酒店';

function browser() {
  const kept: Locked[] = [];
  const store: LockedStore = {
    read: async () => kept.at(-1),
    write: async (locked) => void kept.push(locked),
    remove: async () => void kept.splice(0),
  };
  const { subtle } = crypto;
  const vault = vaultUnderKey({ subtle, getRandomValues: (bytes) => crypto.getRandomValues(bytes) }, store);
  return { kept, store, vault };
}

describe('a vault in a browser', () => {
  it('gives back what was written, and nothing once it is removed', async () => {
    const { vault } = browser();
    expect(await vault.read()).toBeUndefined();
    await vault.write(secret);
    expect(await vault.read()).toBe(secret);
    await vault.remove();
    expect(await vault.read()).toBeUndefined();
  });

  it('keeps no plain text, under a key that no script can take out', async () => {
    const { kept, vault } = browser();
    await vault.write(secret);
    const [locked] = kept;
    const sealed = Buffer.from(locked?.sealed ?? new ArrayBuffer(0));
    expect(sealed.length).toBeGreaterThan(encodeUtf8(secret).length);
    expect(sealed.includes('酒店')).toBe(false);
    expect(locked?.key).toMatchObject({ extractable: false, algorithm: { name: 'AES-GCM', length: 256 } });
    if (locked === undefined) throw new Error('nothing was kept');
    await expect(crypto.subtle.exportKey('raw', locked.key)).rejects.toThrow();
  });

  it('uses no key and no nonce twice', async () => {
    const { kept, vault } = browser();
    await vault.write(secret);
    await vault.write(secret);
    expect(kept[0]?.iv).not.toEqual(kept[1]?.iv);
    expect(kept[0]?.key).not.toBe(kept[1]?.key);
    expect(new Uint8Array(kept[0]?.sealed ?? [])).not.toEqual(new Uint8Array(kept[1]?.sealed ?? []));
  });

  it('opens nothing that was changed', async () => {
    const { kept, vault } = browser();
    await vault.write(secret);
    new Uint8Array(kept[0]?.sealed ?? new ArrayBuffer(0)).fill(0, 0, 1);
    expect(await vault.read()).toBeUndefined();
  });

  it('keeps nothing where the browser cannot encrypt', async () => {
    const { store, kept } = browser();
    const generateKey = vi.fn(async () => {
      throw new Error('no keys in here');
    });
    const subtle = Object.assign(Object.create(crypto.subtle), { generateKey });
    const vault = vaultUnderKey({ subtle, getRandomValues: (bytes) => bytes }, store);
    await expect(vault.write(secret)).rejects.toThrow('no keys');
    expect(kept).toEqual([]);
  });
});
