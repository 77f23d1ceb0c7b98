import type { Vault } from '../platform.ts';
import { type Encryption, itemsOfTaro } from './storage-of-taro.ts';

const key = 'receipts';

/** In the platform's own storage, where it encrypts what is stored: undefined where it does not. */
export function vaultOfTaro(encryption: Encryption): Vault | undefined {
  if (encryption === 'never') return undefined;
  const items = itemsOfTaro(encryption);
  return {
    read: () => items.read(key),
    write: (value) => items.write(key, value),
    remove: () => items.remove(key),
  };
}
