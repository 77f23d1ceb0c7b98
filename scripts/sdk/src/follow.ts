import { type CheckView, isStreamEnd, isView } from './guards.ts';
import type { Link } from './link.ts';
import { askedToWait } from './may-pass.ts';
import { pause } from './pause.ts';
import { readEvents } from './read-events.ts';
import { Refused } from './refused.ts';

/** Follows the checks of a counter for all who wait here, over one stream. */
export interface Following {
  /** Tells each newer view of that check from now on, and the fault after which nothing comes any more. Answers the way to leave. */
  listen(sessionId: string, listener: Listener): () => void;
}

export interface Listener {
  tell(view: CheckView): void;
  fail(fault: unknown): void;
}

interface Place extends Listener {
  sessionId: string;
  version: number;
}

/** Milliseconds without a sign of life after which a line is dead: two of the service's, and a slow network. */
const silence = 32_000;
/** The first pause after a break, and the longest: each is twice the last. */
const pauses = { first: 500, longest: 8_000 };
/** Seconds that a long poll waits, while there is no stream. */
const pollSeconds = 20;
/** Milliseconds that it may take. */
const pollPatience = 30_000;

/** There is a stream while somebody waits. Where it breaks it goes on at its last event; where none is to be had, each check is polled. */
export function following(link: Link): Following {
  const places = new Set<Place>();
  let running: AbortController | undefined;
  let lastId = '';

  function tell(view: CheckView): void {
    for (const place of [...places]) {
      if (place.sessionId !== view.sessionId || place.version >= view.version) continue;
      place.version = view.version;
      place.tell(view);
    }
  }

  /** @returns milliseconds after which to come back */
  async function streamOnce(signal: AbortSignal): Promise<number> {
    const dead = new AbortController();
    const quiet = () => setTimeout(() => dead.abort(new Error('the stream is silent')), silence);
    let timer = quiet();
    let retry = 0;
    try {
      const { body } = await link.open({
        ...{ method: 'GET', path: '/counter/v1/events', signal: AbortSignal.any([signal, dead.signal]) },
        headers: { accept: 'text/event-stream', ...(lastId !== '' && { 'last-event-id': lastId }) },
      });
      if (body === null) throw new Error('a stream without a body');
      const told = {
        alive() {
          clearTimeout(timer);
          timer = quiet();
        },
        retry(milliseconds: number) {
          retry = milliseconds;
        },
      };
      for await (const { name, data, id } of readEvents(body, told)) {
        lastId = id;
        const said: unknown = JSON.parse(data);
        if (name === 'session' && isView(said)) tell(said);
        if (name === 'end' && isStreamEnd(said)) return said.reason === 'token-ends' ? 0 : retry;
      }
      return pauses.first;
    } finally {
      clearTimeout(timer);
    }
  }

  async function pollAll(signal: AbortSignal): Promise<void> {
    const round = new AbortController();
    const until = AbortSignal.any([signal, round.signal]);
    const polls = [...places].map(async ({ sessionId, version }) => {
      const path = `/counter/v1/sessions/${sessionId}?after=${version}&wait=${pollSeconds}`;
      tell(await link.ask({ method: 'GET', path, signal: until, patience: pollPatience }, isView));
    });
    // The first that has something ends the round: then a stream is tried for again.
    await Promise.any(polls).finally(() => round.abort());
  }

  async function run(signal: AbortSignal): Promise<void> {
    let next = pauses.first;
    /** Until when the service asked for no other stream. */
    let streamFrom = 0;
    while (!signal.aborted) {
      try {
        if (performance.now() >= streamFrom) {
          const wait = await streamOnce(signal);
          next = pauses.first;
          await pause(wait, signal);
          continue;
        }
      } catch (fault) {
        if (signal.aborted) return;
        if (isForGood(fault)) return failAll(fault);
        streamFrom = performance.now() + askedToWait(fault);
      }
      await pollAll(signal)
        .catch((fault: unknown) => pause(Math.max(next, askedToWait(fault)), signal))
        .catch(() => undefined);
      next = Math.min(next * 2, pauses.longest);
    }
  }

  function failAll(fault: unknown): void {
    running = undefined;
    for (const place of [...places]) place.fail(fault);
  }

  return {
    listen(sessionId, listener) {
      const place: Place = { sessionId, version: 0, ...listener };
      places.add(place);
      if (running === undefined) {
        running = new AbortController();
        // Whoever waits only now is shown what is already there first.
        void run(running.signal).catch(failAll);
      }
      return () => {
        places.delete(place);
        if (places.size > 0) return;
        running?.abort();
        running = undefined;
      };
    },
  };
}

/** Whether nothing will help but an operator: the key, the counter or the relying party counts no more. */
function isForGood(fault: unknown): boolean {
  return fault instanceof Refused && !fault.problem.retryable;
}
