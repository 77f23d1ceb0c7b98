import type { CounterView } from '../../../../shared/contract/verify/08-result.ts';
import type { Follower, Following } from '../../desk/stream/follow-stream.ts';
import { type Common, joinTabs } from './join-tabs.ts';
import type { Tab } from './join-worker.ts';
import type { ToTabs } from './messages.ts';
import { knownSessions } from './stream-hub.ts';

/** A stream that a test speaks for. */
export interface PlayedStream {
  after: string | undefined;
  follower: Follower;
  looks: boolean[];
  stopped: boolean;
}

/** What a tab was told. */
export interface PlayedTab {
  heard: ToTabs[];
  /** Versions of sessions that it was shown, each once. */
  shown: CounterView[];
  tab: Tab;
}

/** Locks and channels as browsers have them (Web Locks, BroadcastChannel), within one program. */
export function playedBrowser() {
  const streams: PlayedStream[] = [];
  const channels = new Map<string, Set<PlayedChannel>>();
  const holders = new Map<string, { lose: () => void }>();
  const queues = new Map<string, (() => void)[]>();

  class PlayedChannel extends EventTarget {
    onmessage: ((event: MessageEvent) => void) | null = null;
    onmessageerror = null;
    readonly name: string;
    constructor(name: string) {
      super();
      this.name = name;
      channels.set(name, (channels.get(name) ?? new Set()).add(this));
    }
    postMessage(data: unknown): void {
      for (const other of channels.get(this.name) ?? [])
        if (other !== this) other.onmessage?.(new MessageEvent('message', { data: structuredClone(data) }));
    }
    close(): void {
      channels.get(this.name)?.delete(this);
    }
  }

  async function lock(name: string, steal: boolean, signal: AbortSignal, work: () => Promise<void>) {
    signal.throwIfAborted();
    if (steal) holders.get(name)?.lose();
    else if (holders.has(name))
      await new Promise<void>((resolve, reject) => {
        queues.set(name, [...(queues.get(name) ?? []), resolve]);
        signal.addEventListener('abort', () => {
          queues.set(name, queues.get(name)?.filter((each) => each !== resolve) ?? []);
          reject(signal.reason);
        });
      });
    const lost = Promise.withResolvers<void>();
    const held = { lose: () => lost.reject(new DOMException('stolen', 'AbortError')) };
    holders.set(name, held);
    try {
      await Promise.race([work(), lost.promise]);
    } finally {
      if (holders.get(name) === held) {
        holders.delete(name);
        queues.get(name)?.shift()?.();
      }
    }
  }

  const follow = (after: string | undefined, follower: Follower): Following => {
    const stream: PlayedStream = { after, follower, looks: [], stopped: false };
    streams.push(stream);
    return {
      look: (cut) => void stream.looks.push(cut),
      stop() {
        stream.stopped = true;
      },
    };
  };
  const common: Common = { lock, channel: (name) => new PlayedChannel(name) };

  return {
    streams,
    running: () => streams.filter(({ stopped }) => !stopped),
    open(counterId: string, steal = false): PlayedTab {
      const known = knownSessions();
      const heard: ToTabs[] = [];
      const shown: CounterView[] = [];
      const hear = (message: ToTabs) => {
        heard.push(message);
        if (message.say === 'view' && known.take(message.view, message.cursor)) shown.push(message.view);
      };
      return { heard, shown, tab: joinTabs({ counterId, known, steal }, follow, hear, common) };
    },
  };
}
