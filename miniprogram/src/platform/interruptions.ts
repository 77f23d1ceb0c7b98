const listeners = new Set<() => void>();

/** Calls `listener` when a device is taken away while the page is still seen: by a call, say. The answer ends it. */
export function onInterruption(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function interrupt(): void {
  for (const listener of [...listeners]) listener();
}
