import { tabState } from './remembered.ts';

/**
 * The name of this tab, which a reload does not change. A tab that was made as a copy of another one came with what that one keeps:
 * it forgets it, so that no two tabs hold one check.
 */
export async function ownTab(locks: LockManager | undefined = navigator.locks): Promise<string> {
  const { tab } = tabState.read();
  if (tab !== undefined && (await holdAlone(locks, tab))) return tab;
  const fresh = crypto.randomUUID();
  const { counterId } = tabState.read();
  tabState.keep({ tab: fresh, counterId });
  await holdAlone(locks, fresh);
  return fresh;
}

/** Whether no other tab has the name; it is this one's as long as the tab is there. */
function holdAlone(locks: LockManager | undefined, tab: string): Promise<boolean> {
  if (locks === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    const held = locks.request(`liangzheng-tab ${tab}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Until the tab is closed.
      return lock === null ? undefined : new Promise<never>(() => undefined);
    });
    held.catch(() => resolve(true));
  });
}
