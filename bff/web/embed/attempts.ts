/**
 * Does what was asked for, once at a time: whatever is asked for meanwhile is not done. Nothing is disabled for that, which would lose the
 * focus. `end` is told the fault, or nothing where there was none.
 */
export function attempts(end: (fault?: unknown) => void): (work: () => Promise<void>) => Promise<void> {
  let working = false;
  return async (work) => {
    if (working) return;
    working = true;
    try {
      await work();
      end();
    } catch (fault) {
      end(fault);
    } finally {
      working = false;
    }
  };
}
