import type { CounterCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import type { Screen, Watching } from '../ports/session-changes.ts';
import { counterView } from '../session/counter-view.ts';
import { cursorAt, placeOf, presentPlace, readFeed } from '../session/feed.ts';

/**
 * Pushes what the counter is shown, in the order in which it changed: from the cursor on or, without one, each session that lives or
 * ended lately; then each change. Listens first, reads then, so that nothing falls in between, and pushes nothing twice. Of changes
 * of one session that follow at once the last one may be all that is pushed. Resolves when the present states are pushed.
 */
export async function watchCounter(
  ports: Ports,
  { counterId }: CounterCaller,
  { after, push, room }: Screen,
): Promise<Watching> {
  let place = 0;
  let wanted = true;
  let busy = true;
  let stopped = false;

  async function pushNew(): Promise<void> {
    try {
      while (wanted && !stopped) {
        wanted = false;
        const { entries, next, more } = await readFeed(ports, counterId, place);
        for (const { session, place: at } of entries) {
          const view = await counterView(ports, session);
          if (stopped) return;
          push(view, cursorAt(counterId, at));
          place = at;
        }
        place = next;
        if (!more) continue;
        wanted = true;
        await room();
      }
    } finally {
      // In the same turn as the last look at `wanted`, so that no hint falls in between.
      busy = false;
    }
  }

  const look = () => {
    wanted = true;
    if (busy || stopped) return;
    busy = true;
    pushNew().catch((fault: unknown) =>
      ports.warn('push-fault', { name: fault instanceof Error ? fault.name : 'unknown' }),
    );
  };
  const unsubscribe = ports.sessionChanges.subscribe(counterId, look);
  const stop = () => {
    stopped = true;
    unsubscribe();
  };
  try {
    const known = after === undefined ? undefined : await placeOf(ports, counterId, after);
    place = known ?? (await presentPlace(ports, counterId));
    await pushNew();
  } catch (fault) {
    stop();
    throw fault;
  }
  return { look, stop };
}
