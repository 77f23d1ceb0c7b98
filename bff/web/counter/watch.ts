import { createParser } from 'eventsource-parser';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { limits } from '../../../shared/limits.ts';

/** Two heartbeats missed: the line is dead, though nobody said so. */
const silence = 2 * limits.eventStreamHeartbeat + 2000;
const pauses = [500, 1000, 2000, 4000, 8000];

/**
 * Follows the event stream of the counter, over and over, until it is stopped. `linked` is told when the line stands and when
 * it is lost; a stream that ends in good order, as it does when its token runs out, is taken up again without a word.
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

  async function follow(): Promise<void> {
    const cut = new AbortController();
    const signal = AbortSignal.any([stopping.signal, cut.signal]);
    const answer = await fetch('/counter/v1/events', {
      signal,
      headers: { authorization: `Bearer ${await token()}` },
    });
    if (!answer.ok || answer.body === null) throw new Error(`status ${answer.status}`);
    linked(true);
    let timer = setTimeout(() => cut.abort(), silence);
    const parser = createParser({
      onEvent({ event, data }) {
        if (event === 'session') view(JSON.parse(data));
      },
    });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(timer);
        timer = setTimeout(() => cut.abort(), silence);
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
      try {
        await follow();
        failures = performance.now() - began > silence ? 0 : failures + 1;
      } catch {
        failures++;
        if (!stopping.signal.aborted) linked(false);
      }
      const pause = pauses[Math.min(failures, pauses.length) - 1] ?? 0;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  void followOn();
  return () => stopping.abort();
}
