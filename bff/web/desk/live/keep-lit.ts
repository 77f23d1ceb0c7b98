/** Keeps the screen from going dark where the browser can (Screen Wake Lock); it lets go of it whenever the page is hidden. */
export interface Light {
  /** To be called again and again: asks for the lock where it is wanted and gone, and gives it back where it is not. */
  want(wanted: boolean): void;
}

export function keepLit(): Light {
  let held: WakeLockSentinel | undefined;
  let asking = false;

  async function ask(): Promise<void> {
    asking = true;
    try {
      const lock = await navigator.wakeLock.request('screen');
      held = lock;
      lock.addEventListener('release', () => {
        if (held === lock) held = undefined;
      });
    } catch {
      // Saving power, or no permission: the screen follows the machine's settings.
    } finally {
      asking = false;
    }
  }

  return {
    want(wanted) {
      if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
      if (wanted && held === undefined && !asking) void ask();
      if (!wanted && held !== undefined) void held.release();
    },
  };
}
