import type { CounterView } from '../../../../shared/contract/verify/08-result.ts';
import { isFinal } from '../../../../shared/sessions.ts';
import type { DeskClient } from '../client.ts';
import type { Line } from '../stream/after-ending.ts';
import { keepLit } from './keep-lit.ts';
import { resync } from './resync.ts';
import type { ServerClock } from './server-clock.ts';
import { watchWaking } from './wake.ts';

/** Follows the sessions of a counter. */
export interface Watching {
  /** The page was away: a stream that may be dead is taken up anew. `cut`: whatever it looks like. */
  look(cut: boolean): void;
  stop(): void;
}

/** Who is told of them: each version of each session once. */
export interface Watcher {
  view(view: CounterView): void;
  line(line: Line): void;
  alive(): void;
}

/** What a page of a counter is kept live by. */
export interface LivePage {
  client: Pick<DeskClient, 'read'>;
  clock: ServerClock;
  /** The check that is on. */
  check(): { view: CounterView } | undefined;
  /** Takes each version of each session of the counter, once. */
  take(view: CounterView): void;
  /** Opens a session of the same kind in the place of the one that is on. */
  reopen(): Promise<void>;
  /** Called four times a second: shows what changes with time. */
  tick(): void;
  /** Called where the line changes. */
  line(line: Line): void;
  watch(counterId: string, watcher: Watcher): Watching;
  /** Fires when it is shown no more; never for a page of its own. */
  gone?: AbortSignal;
}

export interface Live {
  /** Notices a sleep before what came in is believed. */
  look(): void;
  /** Follows this counter from now on, or none. */
  follow(counterId: string | undefined): void;
}

/**
 * Keeps the page of a counter true: it follows the stream, says once when the line is gone and takes it back, keeps the screen lit
 * while a check is on, and after a sleep or a clock that was set shows no code until the server has told the time and what became
 * of the session.
 */
export function keepLive({ client, clock, check, take, reopen, tick, line, watch, gone }: LivePage): Live {
  const light = keepLit();
  let watching: Watching | undefined;
  let followed: string | undefined;
  let resyncing = new AbortController();
  let ofStream: Line = 'stands';
  let offline = false;
  let told: Line = 'stands';

  function tellLine(): void {
    const now = offline ? 'offline' : ofStream;
    if (now === told) return;
    told = now;
    line(now);
  }

  function woke(): void {
    resyncing.abort();
    resyncing = new AbortController();
    clock.doubt();
    watching?.look(false);
    tick();
    const view = check()?.view;
    if (view === undefined) return;
    const { signal } = resyncing;
    const { sessionId } = view;
    const isOn = () => check()?.view.sessionId === sessionId;
    void resync(
      {
        sessionId,
        wasOpen: view.state === 'open',
        read: (until) => client.read(sessionId, until),
        isTimeSure: () => !isOn() || clock.now() !== undefined,
        take,
        reopen: () => (isOn() ? reopen() : Promise.resolve()),
        wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      },
      signal,
    ).then(tick);
  }

  const wake = watchWaking(clock.machine, () => document.visibilityState === 'hidden', woke);
  function back(): void {
    if (document.visibilityState === 'visible') wake.back();
  }
  const whileThere = gone === undefined ? {} : { signal: gone };
  document.addEventListener('visibilitychange', back, whileThere);
  document.addEventListener('resume', back, whileThere);
  const returned = ({ persisted }: PageTransitionEvent) => {
    if (persisted) back();
  };
  addEventListener('pageshow', returned, whileThere);
  const wentOff = () => {
    offline = true;
    tellLine();
  };
  addEventListener('offline', wentOff, whileThere);
  const cameBack = () => {
    offline = false;
    tellLine();
    watching?.look(true);
    wake.back();
  };
  addEventListener('online', cameBack, whileThere);
  const ticking = setInterval(() => {
    wake.look();
    const view = check()?.view;
    light.want(view !== undefined && !isFinal(view.state));
    tick();
  }, 250);
  gone?.addEventListener('abort', () => {
    clearInterval(ticking);
    resyncing.abort();
    watching?.stop();
    light.want(false);
  });

  return {
    look: wake.look,
    follow(counterId) {
      if (counterId === followed) return;
      followed = counterId;
      watching?.stop();
      ofStream = 'stands';
      offline = !navigator.onLine;
      tellLine();
      watching =
        counterId === undefined
          ? undefined
          : watch(counterId, {
              view: take,
              line(changed) {
                ofStream = changed;
                tellLine();
              },
              alive() {
                // What comes in shows that the service is reached, whatever the browser thinks of its network.
                offline = false;
                tellLine();
              },
            });
    },
  };
}
