import type { Follower, Following } from '../../desk/stream/follow-stream.ts';
import type { Tab } from './join-worker.ts';
import type { FromTab, ToTabs } from './messages.ts';
import { copyOf, type Known, type StreamHub, streamHub } from './stream-hub.ts';

/** What tabs of one browser have in common. */
export interface Common {
  /** Holds `name` alone, as long as the promise of `work` is not settled; others wait in turn. `steal`: whoever holds it loses it. */
  lock(name: string, steal: boolean, signal: AbortSignal, work: () => Promise<void>): Promise<void>;
  channel(name: string): BroadcastChannel;
}

type Said = ToTabs | FromTab;

/**
 * Joins the tabs of the counter where there is no shared worker: one of them leads, which follows the stream and tells the others.
 * A leader that is closed hands over to the next in turn, who goes on after the last event that it heard of.
 * @param known what this tab knows
 * @param steal take the lead from one that is silent
 */
export function joinTabs(
  { counterId, known, steal }: { counterId: string; known: Known; steal: boolean },
  follow: (after: string | undefined, follower: Follower) => Following,
  hear: (message: ToTabs) => void,
  common: Common = ofThisBrowser,
): Tab {
  const name = `liangzheng-stream ${counterId}`;
  const channel = common.channel(name);
  const leaving = new AbortController();
  let hub: StreamHub | undefined;

  const tell = (message: ToTabs) => {
    channel.postMessage(message);
    hear(message);
  };
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    switch (data.say) {
      case 'join':
        for (const said of hub?.soFar() ?? []) channel.postMessage(said);
        break;
      case 'look':
        hub?.hear(data);
        break;
      case 'leave':
        break;
      default:
        hear(data);
    }
  };

  const lead = () =>
    new Promise<void>((resolve) => {
      if (leaving.signal.aborted) return resolve();
      hub = streamHub(copyOf(known), follow, tell);
      leaving.signal.addEventListener('abort', () => resolve());
    });
  const end = () => {
    hub?.stop();
    hub = undefined;
  };
  async function queue(): Promise<void> {
    await common.lock(name, steal, leaving.signal, lead).catch(() => undefined);
    // Another tab may have taken the lead from this one, which then waits for its turn.
    while (!leaving.signal.aborted) {
      end();
      await common.lock(name, false, leaving.signal, lead).catch(() => undefined);
    }
    end();
  }
  void queue();
  channel.postMessage({ say: 'join' } satisfies FromTab);
  return {
    send(message) {
      if (hub === undefined) channel.postMessage(message);
      else hub.hear(message);
    },
    leave() {
      leaving.abort();
      end();
      channel.close();
    },
  };
}

const ofThisBrowser: Common = {
  async lock(name, steal, signal, work) {
    await navigator.locks.request(name, steal ? { steal } : { signal }, work);
  },
  channel: (name) => new BroadcastChannel(name),
};
