import type { Storage } from '../platform.ts';

/** Before the names of all that this app keeps in a browser. */
export const prefix = 'liangzheng.';

/** The browser's storage for this origin. */
export const storage: Storage = {
  read: async (key) => localStorage.getItem(prefix + key) ?? undefined,
  write: async (key, value) => localStorage.setItem(prefix + key, value),
  remove: async (key) => localStorage.removeItem(prefix + key),
};
