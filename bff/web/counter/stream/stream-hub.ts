import type { CounterView } from '../../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../../shared/limits.ts';
import type { Line } from '../../desk/stream/after-ending.ts';
import type { Follower, Following } from '../../desk/stream/follow-stream.ts';
import type { FromTab, ToTabs } from './messages.ts';

/** What is known of the sessions of a counter, newest last; at most as many as a stream begins with. */
export interface Known {
  /** Whether it is new: a session that is not known, or a later version of it. */
  take(view: CounterView, cursor: string): boolean;
  views(): { view: CounterView; cursor: string }[];
  /** Where a stream goes on. */
  cursor(): string | undefined;
}

export function knownSessions(): Known {
  const views = new Map<string, { view: CounterView; cursor: string }>();
  let last: string | undefined;
  return {
    take(view, cursor) {
      last = cursor || last;
      const earlier = views.get(view.sessionId)?.view.version ?? 0;
      if (view.version <= earlier) return false;
      views.delete(view.sessionId);
      views.set(view.sessionId, { view, cursor });
      const [oldest] = views.keys();
      if (views.size > limits.eventStreamSessions && oldest !== undefined) views.delete(oldest);
      return true;
    },
    views: () => [...views.values()],
    cursor: () => last,
  };
}

export function copyOf(known: Known): Known {
  const copy = knownSessions();
  for (const { view, cursor } of known.views()) copy.take(view, cursor);
  return copy;
}

/** The one place that follows the stream of a counter for all its tabs. */
export interface StreamHub {
  /** What is known so far, for one that joined. */
  soFar(): ToTabs[];
  hear(message: FromTab): void;
  stop(): void;
}

/**
 * @param follow begins to follow, after a cursor
 * @param tell reaches every tab
 */
export function streamHub(
  known: Known,
  follow: (after: string | undefined, follower: Follower) => Following,
  tell: (message: ToTabs) => void,
): StreamHub {
  let line: Line = 'stands';
  const following = follow(known.cursor(), {
    view(view, cursor) {
      if (known.take(view, cursor)) tell({ say: 'view', view, cursor });
    },
    line(changed) {
      line = changed;
      tell({ say: 'line', line });
    },
    alive: () => tell({ say: 'alive' }),
  });
  return {
    soFar: () => [{ say: 'line', line }, ...known.views().map((each): ToTabs => ({ say: 'view', ...each }))],
    hear(message) {
      if (message.say === 'look') following.look(message.cut);
    },
    stop: following.stop,
  };
}
