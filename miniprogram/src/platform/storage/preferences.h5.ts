import type { KeptText } from '../platform.ts';
import { prefix } from './storage.h5.ts';

/** In the browser's storage for this origin. A browser that keeps nothing throws. */
export const preferences: KeptText = {
  read() {
    try {
      return localStorage.getItem(`${prefix}preferences`) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write(value) {
    try {
      localStorage.setItem(`${prefix}preferences`, value);
    } catch {
      // Forgotten with the page.
    }
  },
};
