import type { SampleKind } from '../../../shared/challenge.ts';

/**
 * Plain samples between their opening and the decision: in memory only, overwritten as soon as they are no longer
 * needed.
 */
export interface SampleDesk {
  put(challengeId: string, kind: SampleKind, plain: Uint8Array, expiresAt: number): void;
  /** One sample of a challenge, which stays where it is. */
  look(challengeId: string, kind: SampleKind): Uint8Array | undefined;
  /** The samples of one challenge; they are the caller's to overwrite from here on. */
  take(challengeId: string): Map<SampleKind, Uint8Array>;
  /** Overwrites what belongs to challenges that ran out. */
  sweep(now: number): void;
  clear(): void;
}

export function makeSampleDesk(): SampleDesk {
  const held = new Map<string, { expiresAt: number; plain: Map<SampleKind, Uint8Array> }>();
  function drop(until: number) {
    for (const [challengeId, { expiresAt, plain }] of held) {
      if (expiresAt >= until) continue;
      overwrite(plain);
      held.delete(challengeId);
    }
  }
  return {
    put(challengeId, kind, plain, expiresAt) {
      const entry = held.get(challengeId) ?? { expiresAt, plain: new Map() };
      entry.plain.set(kind, plain);
      held.set(challengeId, entry);
    },
    look: (challengeId, kind) => held.get(challengeId)?.plain.get(kind),
    take(challengeId) {
      const plain = held.get(challengeId)?.plain ?? new Map<SampleKind, Uint8Array>();
      held.delete(challengeId);
      return plain;
    },
    sweep: drop,
    clear: () => drop(Number.POSITIVE_INFINITY),
  };
}

/** Zeros in place of every byte. */
export function overwrite(samples: Map<SampleKind, Uint8Array>): void {
  for (const plain of samples.values()) plain.fill(0);
}
