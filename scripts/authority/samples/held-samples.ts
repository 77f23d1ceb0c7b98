import type { SampleKind } from '../../../shared/challenge.ts';
import type { HeldSamples } from '../ports/authority-ports.ts';

export function makeHeldSamples(): HeldSamples {
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
