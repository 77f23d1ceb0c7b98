import { decodeUtf8, encodeUtf8 } from '../../../../shared/bytes/utf8.ts';
import type { Vault } from '../platform.ts';

/** What lies in the browser: ciphertext, and a key that opens it and cannot be read. */
export interface Locked {
  key: CryptoKey;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

/** Keeps one `Locked`, key and ciphertext together or not at all. */
export interface LockedStore {
  read(): Promise<Locked | undefined>;
  write(locked: Locked): Promise<void>;
  remove(): Promise<void>;
}

/** Bytes of AES-GCM's nonce (NIST SP 800-38D section 8.2.2, random). */
const nonce = 12;

/**
 * A text under AES-256-GCM with a key of WebCrypto that no script can take out (`extractable: false`). Each writing makes a new key,
 * so that no nonce is used twice under one and the old key goes with the old text.
 */
export function vaultUnderKey({ subtle, getRandomValues }: VaultCrypto, store: LockedStore): Vault {
  return {
    async read() {
      const locked = await store.read();
      if (locked === undefined) return undefined;
      const { key, iv, sealed } = locked;
      return await subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed).then(
        (plain) => decodeUtf8(new Uint8Array(plain)),
        () => undefined,
      );
    },
    async write(value) {
      const key = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      const iv = getRandomValues(new Uint8Array(nonce));
      const sealed = await subtle.encrypt({ name: 'AES-GCM', iv }, key, encodeUtf8(value).slice());
      await store.write({ key, iv, sealed });
    },
    remove: () => store.remove(),
  };
}

interface VaultCrypto {
  subtle: SubtleCrypto;
  getRandomValues(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
}
