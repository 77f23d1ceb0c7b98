import type { BegunFace } from './face-verifier.ts';

/** The face checks that are open at a platform, by challenge: in memory only, and no longer than the challenge lives. */
export interface BegunFaces {
  /** All of the challenge: a page that was left may still be open beside a newer one. */
  opened(challengeId: string): readonly BegunFace[];
  triesOf(challengeId: string): number;
  /** Counts a call that makes the platform be asked, or says that there were `most` already. */
  countCall(challengeId: string, most: number, expiresAt: number): boolean;
  /** Counts another try, or says that there were `most` already. */
  countTry(challengeId: string, most: number, expiresAt: number): boolean;
  /** A try that the platform did not open does not count. */
  giveBack(challengeId: string): void;
  add(challengeId: string, begun: BegunFace): void;
  forget(challengeId: string): void;
  sweep(now: number): void;
}

interface Entry {
  calls: number;
  tries: number;
  expiresAt: number;
  opened: BegunFace[];
}

export function makeBegunFaces(): BegunFaces {
  const entries = new Map<string, Entry>();
  const count = (what: 'calls' | 'tries', challengeId: string, most: number, expiresAt: number) => {
    const entry = entries.get(challengeId) ?? { calls: 0, tries: 0, expiresAt, opened: [] };
    if (entry[what] >= most) return false;
    entry[what]++;
    entries.set(challengeId, entry);
    return true;
  };
  return {
    opened: (challengeId) => entries.get(challengeId)?.opened ?? [],
    triesOf: (challengeId) => entries.get(challengeId)?.tries ?? 0,
    countCall: (challengeId, most, expiresAt) => count('calls', challengeId, most, expiresAt),
    countTry: (challengeId, most, expiresAt) => count('tries', challengeId, most, expiresAt),
    giveBack(challengeId) {
      const entry = entries.get(challengeId);
      if (entry !== undefined) entry.tries--;
    },
    add: (challengeId, begun) => void entries.get(challengeId)?.opened.push(begun),
    forget: (challengeId) => void entries.delete(challengeId),
    sweep(now) {
      for (const [challengeId, { expiresAt }] of entries) if (expiresAt <= now) entries.delete(challengeId);
    },
  };
}
