/** Whether this phone was signed out because another one signed in. Lives as long as the app. */
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

/** Another phone has signed in: home says so from now on. */
export function noteVoided(): void {
  change(true);
}

/** This phone has signed in: home no longer says that another one did. */
export function clearVoided(): void {
  change(false);
}

function change(to: boolean): void {
  if (voided === to) return;
  voided = to;
  for (const listener of listeners) listener();
}
