/** Whether this phone was signed out because another one signed in. Lives as long as the app. */
let voided = false;
const listeners = new Set<() => void>();

export function isVoidedHere(): boolean {
  return voided;
}

export function voidHere(): void {
  change(true);
}

/** Signed in here again. */
export function welcomeHere(): void {
  change(false);
}

/** Calls `listener` after each change; the answer takes it away again. */
export function watchVoid(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function change(to: boolean): void {
  if (voided === to) return;
  voided = to;
  for (const listener of listeners) listener();
}
