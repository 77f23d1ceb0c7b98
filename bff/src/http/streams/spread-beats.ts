import * as limits from '../../../../shared/limits.ts';

/** Calls each of many once in a while, but never all of them in one turn. */
export interface Beats {
  /** Answers the way to leave. */
  add(beat: () => void): () => void;
}

/**
 * A timer wheel: `every` milliseconds are cut into turns of `limits.eventStreamTurn`, and whoever comes is put into the turn that has
 * the fewest, so that those who came at once, as after a restart, do not beat at once. It stands still while nobody is there.
 */
export function spreadBeats(every: number): Beats {
  const turns = Array.from(
    { length: Math.max(1, Math.floor(every / limits.eventStreamTurn)) },
    () => new Set<() => void>(),
  );
  let now = 0;
  let count = 0;
  let timer: NodeJS.Timeout | undefined;

  const turn = () => {
    now = (now + 1) % turns.length;
    for (const beat of turns[now] ?? []) beat();
  };
  const leastFull = () => turns.reduce((least, each) => (each.size < least.size ? each : least));

  return {
    add(beat) {
      const its = leastFull();
      const own = () => beat();
      its.add(own);
      count += 1;
      timer ??= setInterval(turn, every / turns.length);
      return () => {
        if (!its.delete(own)) return;
        count -= 1;
        if (count > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
