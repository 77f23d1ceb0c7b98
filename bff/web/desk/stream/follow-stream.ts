import type { SessionsPage } from '../../../../shared/contract/verify/08-sessions.ts';
import * as limits from '../../../../shared/limits.ts';
import type { Access } from '../access.ts';
import { sendCall } from '../send-call.ts';
import { afterEnding, type Line } from './after-ending.ts';
import { endingOf, type Listener, readStream } from './read-stream.ts';

/** Who is told of the sessions of a counter; `line` only where it is another than before. */
export interface Follower extends Listener {
  line(line: Line): void;
}

export interface Following {
  /** The machine was asleep, or its network is back: a stream that may be dead is taken up anew, a pause ends. `cut`: whatever it looks like. */
  look(cut: boolean): void;
  stop(): void;
}

/**
 * Follows the sessions of a counter until it is stopped: by an event stream, each of which goes on after the last event of the one
 * before, or by pages while the counter may have no further stream.
 * @param after the cursor of what is known already
 */
export function followStream(access: Access, after: string | undefined, follower: Follower): Following {
  const stopping = new AbortController();
  let cursor = after;
  let told: Line = 'stands';
  let current = new AbortController();
  let aliveAt = 0;
  let endPause: () => void = () => undefined;

  const now = () => Math.max(Date.now(), performance.timeOrigin + performance.now());
  function tell(line: Line | undefined): void {
    if (line === undefined || line === told) return;
    told = line;
    follower.line(line);
  }
  function took(view: Parameters<Listener['view']>[0], at: string): void {
    cursor = at || cursor;
    follower.view(view, at);
  }
  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function stream() {
    let settles: ReturnType<typeof setTimeout> | undefined;
    const listener: Listener = {
      view: took,
      alive() {
        aliveAt = now();
        settles ??= setTimeout(() => tell('stands'), limits.eventStreamSettles);
        follower.alive();
      },
    };
    current = new AbortController();
    aliveAt = now();
    const signal = AbortSignal.any([stopping.signal, current.signal]);
    try {
      return await readStream(
        { api: access.api, token: await access.get(), after: cursor, signal },
        listener,
      );
    } catch (refusal) {
      return endingOf(refusal);
    } finally {
      clearTimeout(settles);
    }
  }

  async function page(): Promise<boolean> {
    const query = cursor === undefined ? '' : `?since=${encodeURIComponent(cursor)}`;
    const headers = { authorization: `Bearer ${await access.get()}` };
    const answer = await sendCall(`${access.api}/counter/v1/sessions${query}`, {
      headers,
      signal: stopping.signal,
    });
    const { sessions, next, more }: SessionsPage = await answer.json();
    for (const view of sessions) took(view, next);
    cursor = next;
    follower.alive();
    tell('stands');
    return more;
  }

  /** Asks for pages until it is time to try for a stream again. */
  async function poll(until: number): Promise<void> {
    while (!stopping.signal.aborted && now() < until) {
      const more = await page().catch((refusal: unknown) => {
        const ending = endingOf(refusal);
        if (ending.how === 'refused' && ending.status === 401) access.drop();
        tell(ending.how === 'refused' && ending.status === 429 ? 'busy' : afterEnding(ending, 1).line);
        return false;
      });
      if (!more) await pause(limits.eventStreamPoll);
    }
  }

  async function followOn(): Promise<void> {
    let failures = 0;
    /** Tokens in a row that were refused. */
    let refusals = 0;
    while (!stopping.signal.aborted) {
      const began = now();
      const ending = await stream();
      if (stopping.signal.aborted) return;
      if (current.signal.aborted) {
        failures = 0;
        continue;
      }
      failures = now() - began > limits.eventStreamSilence ? 0 : failures + 1;
      const isRefused = ending.how === 'refused' && ending.status === 401;
      refusals = isRefused ? refusals + 1 : 0;
      if (isRefused || ending.how === 'token-ends') access.drop();
      const next = afterEnding(ending, isRefused ? refusals : failures);
      tell(next.line);
      await (next.poll ? poll(now() + next.pause) : pause(next.pause));
    }
  }

  void followOn();
  return {
    look(cut) {
      if (cut || now() - aliveAt > limits.eventStreamStale) current.abort();
      endPause();
    },
    stop() {
      stopping.abort();
      endPause();
    },
  };
}
