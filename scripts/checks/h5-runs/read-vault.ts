import type { Page } from 'playwright-core';

/** Everything that a browser keeps for the page in IndexedDB, as a thief of its files would look for it, and what the page itself can do with it. */
export interface RawVault {
  /** How many records of IndexedDB there are, in all databases of the page's origin. */
  records: number;
  /** Whatever is not a key, as letters: bytes both as UTF-8 and as UTF-16. */
  seen: string;
  /** Of each key: its algorithm, and whether a script can take it out, as the browser says and by trying. */
  keys: { algorithm: string; extractable: boolean; exported: boolean }[];
  /** What the page's own key opens. */
  opened: string[];
}

/** Reads it raw, past the app. */
export async function readVault(page: Page): Promise<RawVault> {
  return await page.evaluate(async () => {
    const raw: RawVault = { records: 0, seen: '', keys: [], opened: [] };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const table of database.objectStoreNames) {
        const rows: unknown[] = await done(database.transaction(table).objectStore(table).getAll());
        raw.records += rows.length;
        for (const row of rows) await look(row);
      }
      database.close();
    }
    return raw;

    async function look(row: unknown): Promise<void> {
      if (typeof row !== 'object' || row === null) return void see(String(row));
      for (const [member, value] of Object.entries(row)) {
        see(member);
        if (value instanceof CryptoKey) await tryKey(value);
        else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) seeBytes(value);
        else see(JSON.stringify(value));
      }
      const { key, iv, sealed } = Object(row);
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
      raw.opened.push(new TextDecoder().decode(plain));
    }

    async function tryKey(key: CryptoKey): Promise<void> {
      const tries = (['raw', 'jwk'] as const).map((form) => crypto.subtle.exportKey(form, key));
      const exported = (await Promise.allSettled(tries)).some(({ status }) => status === 'fulfilled');
      raw.keys.push({ algorithm: key.algorithm.name, extractable: key.extractable, exported });
    }

    function seeBytes(bytes: ArrayBuffer | ArrayBufferView): void {
      for (const coding of ['utf-8', 'utf-16le']) see(new TextDecoder(coding).decode(bytes));
    }

    function see(letters: string): void {
      raw.seen += `${letters}\n`;
    }
  });
}
