import { openPlatform } from '../platform/open/open-platform.ts';

/** Whether this phone was signed out because another one signed in, as far as it has been looked up. */
let voided = false;
const listeners = new Set<() => void>();

export function isVoidedHere(): boolean {
  return voided;
}

/** Calls `listener` after each change; the answer takes it away again. */
export function watchVoided(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Whether it was so when the app was last open, too: kept until somebody signs in here. */
export async function readVoided(): Promise<boolean> {
  if ((await openPlatform().storage.read('place-lost')) !== undefined) change(true);
  return voided;
}

/** Another phone has signed in: home says so from now on, and no page signs in here unasked. */
export async function noteVoided(): Promise<void> {
  change(true);
  await openPlatform().storage.write('place-lost', 'yes');
}

/** This phone has signed in: home no longer says that another one did. */
export async function clearVoided(): Promise<void> {
  change(false);
  await openPlatform().storage.remove('place-lost');
}

function change(to: boolean): void {
  if (voided === to) return;
  voided = to;
  for (const listener of listeners) listener();
}
