import type { PublicJwk } from '../../../../shared/jws/public-jwk.ts';
import { thumbprint } from '../../../../shared/jws/thumbprint.ts';

/** The key of this browser for one shift. Its private half can be used here, and read by nobody. */
export interface BrowserKey {
  privateKey: CryptoKey;
  publicJwk: PublicJwk;
  thumbprint: string;
}

/** What a reload finds again. The token is worth nothing without the key. */
export interface KeptShift {
  key: BrowserKey;
  token: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const shelf = 'officer';
const places = { shift: 'shift', newest: 'newest-key-list' } as const;

/** Makes the key of a shift: another one for each, so that no two officers of one computer share one. */
export async function makeBrowserKey(): Promise<BrowserKey> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  const publicJwk = { kty: 'EC', crv: 'P-256', x, y } as const;
  return { privateKey, publicJwk, thumbprint: thumbprint(publicJwk) };
}

/** The shift that is open in this browser, with its key; nothing where there is none. */
export async function readKeptShift(): Promise<KeptShift | undefined> {
  const found = await inShelf<unknown>('readonly', (store) => store.get(places.shift));
  return isKeptShift(found) ? found : undefined;
}

export async function keepShift(kept: KeptShift): Promise<void> {
  await inShelf('readwrite', (store) => store.put(kept, places.shift));
}

/** The key is gone for good, and the token with it. */
export async function forgetShift(): Promise<void> {
  await inShelf('readwrite', (store) => store.delete(places.shift));
}

/** The newest version of the authority's key list that this browser saw; 0 where it saw none. */
export async function newestKeyList(): Promise<number> {
  const found = await inShelf<unknown>('readonly', (store) => store.get(places.newest));
  return typeof found === 'number' ? found : 0;
}

export async function noteKeyList(version: number): Promise<void> {
  if (version > (await newestKeyList()))
    await inShelf('readwrite', (store) => store.put(version, places.newest));
}

async function inShelf<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open('liangzheng-officer', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(shelf);
  const db = await answerOf(opening);
  try {
    return await answerOf(ask(db.transaction(shelf, mode).objectStore(shelf)));
  } finally {
    db.close();
  }
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'));
  });
}

function isKeptShift(value: unknown): value is KeptShift {
  if (typeof value !== 'object' || value === null || !('key' in value) || !('token' in value)) return false;
  const { key, token } = value;
  return (
    typeof token === 'string' &&
    typeof key === 'object' &&
    key !== null &&
    'privateKey' in key &&
    key.privateKey instanceof CryptoKey
  );
}
