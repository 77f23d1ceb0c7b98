import type { Vault } from '../platform.ts';
import { type Locked, type LockedStore, vaultUnderKey } from './vault-under-key.ts';

const database = 'liangzheng';
const table = 'vault';
const place = 'receipts';

/** A vault in this browser's IndexedDB. Undefined on a page without HTTPS, and in a browser that has not both. */
export function openVault(): Vault | undefined {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (subtle === undefined || typeof indexedDB === 'undefined') return undefined;
  return vaultUnderKey({ subtle, getRandomValues: (bytes) => crypto.getRandomValues(bytes) }, indexedStore);
}

const indexedStore: LockedStore = {
  async read() {
    const found: unknown = await inTable('readonly', (rows) => rows.get(place));
    return isLocked(found) ? found : undefined;
  },
  async write(locked) {
    await inTable('readwrite', (rows) => rows.put(locked, place));
  },
  async remove() {
    await inTable('readwrite', (rows) => rows.delete(place));
  },
};

/** One request in a transaction of its own; done once the transaction is. */
async function inTable<T>(
  mode: IDBTransactionMode,
  ask: (rows: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opened = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = opened.transaction(table, mode);
      const request = ask(transaction.objectStore(table));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    opened.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(table);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

function isLocked(found: unknown): found is Locked {
  return (
    typeof found === 'object' &&
    found !== null &&
    'key' in found &&
    found.key instanceof CryptoKey &&
    'iv' in found &&
    found.iv instanceof Uint8Array &&
    'sealed' in found &&
    found.sealed instanceof ArrayBuffer
  );
}
