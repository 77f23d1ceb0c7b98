import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';

/** What this process tells itself when it changed the registry. */
export const registryTopic = 'registry';

type Following = Pick<Ports, 'db' | 'sessionChanges' | 'warn'>;

/** Tells those who hold something open that the counter or the relying party that they hold it for was changed, by whichever process. */
export interface RegistryFollower {
  /** `heard` is called once soon, as something may have changed while nobody listened, and then after each change. Answers the way to stop. */
  listen(subjects: readonly string[], heard: () => void): () => void;
  stop(): void;
}

/**
 * Looks for changes each `limits.registryLook` for as long as somebody listens, and at once where this process made one. A look costs
 * one row where nothing changed.
 */
export function followRegistry({ db, sessionChanges, warn }: Following): RegistryFollower {
  const listeners = new Map<string, Set<() => void>>();
  let fresh: (() => void)[] = [];
  let place: number | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let isLooking = false;
  let wanted = false;

  async function lookOnce(): Promise<void> {
    const [head] = await db.read(`select head from registry_head where one = 'one'`, {});
    const latest = Number(head?.head ?? 0);
    const since = place ?? latest;
    place = latest;
    for (const heard of fresh.splice(0)) heard();
    if (latest === since) return;
    const rows = await db.read('select subject from registry_changes where seq > :since and seq <= :latest', {
      since,
      latest,
    });
    const subjects = new Set(rows.map(({ subject }) => String(subject)));
    for (const subject of subjects) for (const heard of [...(listeners.get(subject) ?? [])]) heard();
  }

  async function lookWhileWanted(): Promise<void> {
    isLooking = true;
    while (wanted) {
      wanted = false;
      await lookOnce().catch((fault: unknown) =>
        warn('registry-look-fault', { name: fault instanceof Error ? fault.name : 'unknown' }),
      );
    }
    isLooking = false;
  }

  const look = () => {
    wanted = true;
    if (!isLooking) void lookWhileWanted();
  };

  const unsubscribe = sessionChanges.subscribe(registryTopic, look);
  const rest = () => {
    clearInterval(timer);
    timer = undefined;
    place = undefined;
  };

  return {
    listen(subjects, heard) {
      if (timer === undefined) {
        timer = setInterval(look, limits.registryLook);
        timer.unref();
      }
      fresh.push(heard);
      look();
      for (const subject of subjects)
        listeners.set(subject, (listeners.get(subject) ?? new Set()).add(heard));
      return () => {
        for (const subject of subjects) {
          const those = listeners.get(subject);
          those?.delete(heard);
          if (those?.size === 0) listeners.delete(subject);
        }
        fresh = fresh.filter((each) => each !== heard);
        if (listeners.size === 0) rest();
      };
    },
    stop() {
      unsubscribe();
      rest();
    },
  };
}
