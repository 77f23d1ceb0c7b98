import type { Text } from '../../../shared/text.ts';
import { systemPreferences } from './system-preferences.ts';

/** How this person reads. Lives as long as the app. */
export interface Preferences {
  language: keyof Text;
  largeType: boolean;
}

let current: Preferences | undefined;
const listeners = new Set<() => void>();

export function readPreferences(): Preferences {
  current ??= systemPreferences();
  return current;
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...readPreferences(), ...change };
  for (const listener of listeners) listener();
}

/** Calls `listener` after each change; the answer takes it away again. */
export function watchPreferences(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
