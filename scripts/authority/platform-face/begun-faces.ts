import type { BegunFace, BegunFaces } from '../ports/platform-face.ts';

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
