import type { BegunFace } from './face-verifier.ts';

/** The face checks that are open at a platform, by challenge: in memory only, and no longer than the challenge lives. */
export interface BegunFaces {
  /** The newest one of the challenge. */
  find(challengeId: string): BegunFace | undefined;
  triesOf(challengeId: string): number;
  /** Counts another try, or says that there were `most` already. */
  countTry(challengeId: string, most: number, expiresAt: number): boolean;
  /** A try that the platform did not open does not count. */
  giveBack(challengeId: string): void;
  put(challengeId: string, begun: BegunFace): void;
  forget(challengeId: string): void;
  sweep(now: number): void;
}

interface Entry {
  tries: number;
  expiresAt: number;
  newest?: BegunFace;
}

export function makeBegunFaces(): BegunFaces {
  const entries = new Map<string, Entry>();
  return {
    find: (challengeId) => entries.get(challengeId)?.newest,
    triesOf: (challengeId) => entries.get(challengeId)?.tries ?? 0,
    countTry(challengeId, most, expiresAt) {
      const entry = entries.get(challengeId) ?? { tries: 0, expiresAt };
      if (entry.tries >= most) return false;
      entry.tries++;
      entries.set(challengeId, entry);
      return true;
    },
    giveBack(challengeId) {
      const entry = entries.get(challengeId);
      if (entry !== undefined) entry.tries--;
    },
    put(challengeId, begun) {
      const entry = entries.get(challengeId);
      if (entry !== undefined) entry.newest = begun;
    },
    forget: (challengeId) => void entries.delete(challengeId),
    sweep(now) {
      for (const [challengeId, { expiresAt }] of entries) if (expiresAt <= now) entries.delete(challengeId);
    },
  };
}
