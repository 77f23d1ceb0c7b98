const listeners = new Set<(level: number) => void>();

/** Calls `listener` with 0..1 while the microphone is open; the answer takes it away again. */
export function onLevel(listener: (level: number) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function showLevel(level: number): void {
  for (const listener of [...listeners]) listener(level);
}
