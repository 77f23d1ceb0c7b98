import { createParser } from 'eventsource-parser';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import type { StreamEnd } from '../../../shared/contract/verify/08-sessions.ts';
import { limits } from '../../../shared/limits.ts';

/** How a stream ended, and how long its server asked to wait. */
interface Ending {
  reason: StreamEnd['reason'] | 'broken';
  retry: number;
}

/**
 * Follows the event stream of the counter, over and over, until it is stopped; each stream goes on after the last event of the one
 * before. `linked` is told when the line stands and when it is lost; a stream that ends in good order, as it does before its token
 * runs out, is taken up again without a word.
 */
export function watch({
  token,
  view,
  linked,
}: {
  token: () => Promise<string>;
  view: (view: CounterView) => void;
  linked: (stands: boolean) => void;
}): () => void {
  const stopping = new AbortController();
  let last: string | undefined;

  async function follow(): Promise<Ending> {
    const cut = new AbortController();
    const signal = AbortSignal.any([stopping.signal, cut.signal]);
    const headers = new Headers({ authorization: `Bearer ${await token()}` });
    if (last !== undefined) headers.set('last-event-id', last);
    const answer = await fetch('/counter/v1/events', { signal, headers });
    if (!answer.ok || answer.body === null) throw new Error(`status ${answer.status}`);
    linked(true);
    const ending: Ending = { reason: 'broken', retry: limits.eventStreamPause };
    let timer = setTimeout(() => cut.abort(), limits.eventStreamSilence);
    const parser = createParser({
      onRetry(milliseconds) {
        ending.retry = milliseconds;
      },
      onEvent({ event, data, id }) {
        last = id ?? last;
        if (event === 'session') view(JSON.parse(data));
        if (event !== 'end') return;
        const { reason }: StreamEnd = JSON.parse(data);
        ending.reason = reason;
      },
    });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return ending;
        clearTimeout(timer);
        timer = setTimeout(() => cut.abort(), limits.eventStreamSilence);
        parser.feed(value);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  async function followOn(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const began = performance.now();
      let pause = 0;
      try {
        const { reason, retry } = await follow();
        failures = performance.now() - began > limits.eventStreamSilence ? 0 : failures + 1;
        pause = reason === 'restart' ? retry : pauseAfter(failures);
      } catch {
        failures++;
        pause = pauseAfter(failures);
        if (!stopping.signal.aborted) linked(false);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  void followOn();
  return () => stopping.abort();
}

function pauseAfter(failures: number): number {
  if (failures === 0) return 0;
  return Math.min(limits.eventStreamPause * 2 ** (failures - 1), limits.eventStreamPauseMost);
}
