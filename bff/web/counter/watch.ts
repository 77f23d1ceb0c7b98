import { createParser } from 'eventsource-parser';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { limits } from '../../../shared/limits.ts';

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
    let timer = setTimeout(() => cut.abort(), limits.eventStreamSilence);
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
      try {
        await follow();
        failures = performance.now() - began > limits.eventStreamSilence ? 0 : failures + 1;
      } catch {
        failures++;
        if (!stopping.signal.aborted) linked(false);
      }
      await new Promise((resolve) => setTimeout(resolve, pauseAfter(failures)));
    }
  }

  void followOn();
  return () => stopping.abort();
}

function pauseAfter(failures: number): number {
  if (failures === 0) return 0;
  return Math.min(limits.eventStreamPause * 2 ** (failures - 1), limits.eventStreamPauseMost);
}
