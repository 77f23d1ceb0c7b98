import * as limits from '../../../../shared/limits.ts';
import { type Bucket, type Held, leftIn, type Room, type Usage } from '../../ports/quotas.ts';

/** What is counted in this process. */
export function usageInMemory({ factor = 1 }: { factor?: number } = {}): Usage {
  /** When each bucket is full again; of two that are counted the one that was drawn from last stands behind. */
  const fullAt = new Map<string, number>();
  const rooms = new Map<string, Set<Held>>();
  const inRoom = ({ key }: Room) => rooms.get(key) ?? new Set();

  function leave(held: Held): void {
    for (const { key } of held.rooms) {
      const there = rooms.get(key);
      there?.delete(held);
      if (there?.size === 0) rooms.delete(key);
    }
  }

  return {
    factor,
    draw(buckets, now) {
      const drawn = buckets.map((bucket) => ({
        key: bucket.key,
        ...drawFrom(bucket, fullAt.get(bucket.key), now),
      }));
      const last = drawn.reduce((latest, each) => (each.freeAt > latest.freeAt ? each : latest), {
        key: '',
        freeAt: now,
      });
      if (last.freeAt > now) return last;
      for (const each of drawn) {
        fullAt.delete(each.key);
        fullAt.set(each.key, each.fullAt);
      }
      forgetOldest(fullAt);
      return 'taken';
    },
    left: (bucket, now) => leftIn(bucket, fullAt.get(bucket.key) ?? now, now),
    putBack(buckets) {
      for (const { key, every } of buckets) {
        const full = fullAt.get(key);
        if (full !== undefined) fullAt.set(key, full - every);
      }
    },
    hold(held) {
      const leaving = new Map<Held, string>();
      for (const room of held.rooms) {
        const there = [...inRoom(room)].filter((each) => !leaving.has(each));
        if (there.length < room.most) continue;
        const gone = whoLeaves(room, there, held.share);
        if (gone === undefined) return { freeAt: firstEnd(there), key: room.key };
        leaving.set(gone, room.key);
      }
      for (const each of leaving.keys()) leave(each);
      for (const room of held.rooms) rooms.set(room.key, inRoom(room).add(held));
      for (const [each, key] of leaving) each.giveWay(key);
      return { leave: () => leave(held) };
    },
  };
}

/**
 * One drop from the bucket: from when on there is one, and when it would be full again after it. A bucket that says it will be full later
 * than it could be is one of a clock that was set back since: it counts as full.
 */
function drawFrom(
  { atOnce, every }: Bucket,
  known: number | undefined,
  now: number,
): { freeAt: number; fullAt: number } {
  const full = known === undefined || known > now + atOnce * every ? now : Math.max(known, now);
  return { freeAt: full - (atOnce - 1) * every, fullAt: full + every };
}

function forgetOldest(fullAt: Map<string, number>): void {
  for (const key of fullAt.keys()) {
    if (fullAt.size <= limits.countedSubjects) return;
    fullAt.delete(key);
  }
}

function whoLeaves({ full }: Room, there: readonly Held[], share: string): Held | undefined {
  switch (full) {
    case 'refuse':
      return undefined;
    case 'oldest-goes':
      return there[0];
    case 'largest-share-shrinks': {
      const counts = new Map<string, number>();
      for (const each of there) counts.set(each.share, (counts.get(each.share) ?? 0) + 1);
      const most = Math.max(...counts.values());
      if (most < (counts.get(share) ?? 0) + 2) return undefined;
      return there.findLast((each) => counts.get(each.share) === most);
    }
  }
}

/** When the first of them ends by itself, where all of them say. */
function firstEnd(there: readonly Held[]): number | undefined {
  const ends = there.flatMap(({ until }) => (until === undefined ? [] : [until]));
  return ends.length === there.length ? Math.min(...ends) : undefined;
}
