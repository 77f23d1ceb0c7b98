import * as limits from '../../../shared/limits.ts';
import type { Watcher, Watching } from '../desk/live/keep-live.ts';
import { type Follower, type Following, followStream } from '../desk/stream/follow-stream.ts';
import { counterToken } from './counter-token.ts';
import { joinTabs } from './stream/join-tabs.ts';
import { joinWorker, type Tab } from './stream/join-worker.ts';
import type { ToTabs } from './stream/messages.ts';
import { knownSessions } from './stream/stream-hub.ts';

/**
 * Follows the sessions of a counter until it is stopped, with one stream for all tabs of this browser: in a shared worker where there
 * are such, else in the tab that leads. One that says nothing any more is replaced.
 */
export function watch(counterId: string, follower: Watcher): Watching {
  const known = knownSessions();
  let tab: Tab | undefined;
  let withWorker = 'SharedWorker' in globalThis;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const follow = (after: string | undefined, listener: Follower): Following =>
    followStream(counterToken(counterId), after, listener);

  function hear(message: ToTabs): void {
    if (tab === undefined) return;
    awaitNext();
    switch (message.say) {
      case 'view':
        if (known.take(message.view, message.cursor)) follower.view(message.view);
        break;
      case 'line':
        follower.line(message.line);
        break;
      case 'alive':
        follower.alive();
    }
  }

  function join(steal: boolean): void {
    tab?.leave();
    tab = withWorker
      ? joinWorker(counterId, hear, () => {
          withWorker = false;
          if (tab !== undefined) join(false);
        })
      : joinTabs({ counterId, known, steal }, follow, hear);
    awaitNext();
  }

  /** Whoever follows the stream is asked after a silence, and given up where it does not answer. */
  function awaitNext(): void {
    clearTimeout(silence);
    silence = setTimeout(() => {
      tab?.send({ say: 'join' });
      silence = setTimeout(() => join(true), limits.tabAnswers);
    }, limits.eventStreamSilence);
  }

  function leave(): void {
    clearTimeout(silence);
    tab?.leave();
    tab = undefined;
  }
  const returned = ({ persisted }: PageTransitionEvent) => {
    if (persisted && tab === undefined) join(false);
  };

  addEventListener('pagehide', leave);
  addEventListener('pageshow', returned);
  join(false);
  return {
    look: (cut) => tab?.send({ say: 'look', cut }),
    stop() {
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', returned);
      leave();
    },
  };
}
